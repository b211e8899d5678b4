: GABA-A and GABA-B receptors at one contact, short-term plasticity (Fuhrmann et al. 2002, doi 10.1152/jn.00258.2001).
: Release at random from Nrrp sites, each of which holds one vesicle or none.
: Weights are peak conductances in nS. An input that is spontaneous (a mini) has nc_type 1.
NEURON {
    POINT_PROCESS ProbGABAAB_EMS
    NONSPECIFIC_CURRENT i
    RANGE tau_r_GABAA, tau_d_GABAA, tau_r_GABAB, tau_d_GABAB, e_GABAA, e_GABAB, GABAB_ratio
    RANGE Use, Dep, Fac, u0, Nrrp, u, tsyn, occupied, minis_single_vesicle, init_depleted
    RANDOM rng
}
PARAMETER {
    tau_r_GABAA = 0.2 (ms)
    tau_d_GABAA = 8 (ms)
    tau_r_GABAB = 3.5 (ms)
    tau_d_GABAB = 260.9 (ms)
    Use = 1
    Dep = 100 (ms)
    Fac = 10 (ms)
    u0 = 0
    e_GABAA = -80 (mV)
    e_GABAB = -97 (mV)
    GABAB_ratio = 0
    Nrrp = 1
    minis_single_vesicle = 0
    init_depleted = 0
}
ASSIGNED {
    v (mV)
    i (nA)
    peak_GABAA
    peak_GABAB
    u
    tsyn (ms)
    occupied
}
STATE { A_GABAA B_GABAA A_GABAB B_GABAB }
INITIAL {
    A_GABAA = 0
    B_GABAA = 0
    A_GABAB = 0
    B_GABAB = 0
    peak_GABAA = 1 / highest(tau_r_GABAA, tau_d_GABAA)
    peak_GABAB = 1 / highest(tau_r_GABAB, tau_d_GABAB)
    u = u0
    tsyn = 0
    if (init_depleted) {
        occupied = 0
    } else {
        occupied = Nrrp
    }
}
BREAKPOINT {
    SOLVE decay METHOD cnexp
    i = 1e-3 * ((B_GABAA - A_GABAA) * (v - e_GABAA) + (B_GABAB - A_GABAB) * (v - e_GABAB))
}
DERIVATIVE decay {
    A_GABAA' = -A_GABAA / tau_r_GABAA
    B_GABAA' = -B_GABAA / tau_d_GABAA
    A_GABAB' = -A_GABAB / tau_r_GABAB
    B_GABAB' = -B_GABAB / tau_d_GABAB
}
NET_RECEIVE(weight, nc_type) {
    LOCAL part, ready, released
    if (weight > 0) {
        if (Fac > 0) {
            u = u * exp(-(t - tsyn) / Fac)
            u = u + Use * (1 - u)
        } else {
            u = Use
        }
        if (Dep > 0) {
            occupied = occupied + random_binomial(rng, Nrrp - occupied, 1 - exp(-(t - tsyn) / Dep))
        } else {
            occupied = Nrrp
        }
        ready = occupied
        if (minis_single_vesicle && nc_type == 1 && ready > 1) {
            ready = 1
        }
        released = random_binomial(rng, ready, u)
        occupied = occupied - released
        tsyn = t
        part = released / Nrrp
        A_GABAA = A_GABAA + weight * part * peak_GABAA
        B_GABAA = B_GABAA + weight * part * peak_GABAA
        A_GABAB = A_GABAB + weight * GABAB_ratio * part * peak_GABAB
        B_GABAB = B_GABAB + weight * GABAB_ratio * part * peak_GABAB
    }
}
FUNCTION highest(rise (ms), decay (ms)) {
    LOCAL at
    at = rise * decay / (decay - rise) * log(decay / rise)
    highest = exp(-at / decay) - exp(-at / rise)
}
