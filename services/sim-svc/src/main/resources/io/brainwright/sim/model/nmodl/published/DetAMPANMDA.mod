: AMPA and NMDA receptors at one contact, short-term plasticity (Fuhrmann et al. 2002, doi 10.1152/jn.00258.2001).
: Release by the mean of the Tsodyks-Markram rule, for each input apart.
: Magnesium block: Jahr & Stevens 1990, doi 10.1523/JNEUROSCI.10-09-03178.1990.
: Weights are peak conductances in nS. An input that is spontaneous (a mini) has nc_type 1.
NEURON {
    POINT_PROCESS DetAMPANMDA
    NONSPECIFIC_CURRENT i
    RANGE tau_r_AMPA, tau_d_AMPA, tau_r_NMDA, tau_d_NMDA, e, NMDA_ratio
    RANGE Use, Dep, Fac, u0
    RANGE mg, slope_mg, scale_mg
}
PARAMETER {
    tau_r_AMPA = 0.2 (ms)
    tau_d_AMPA = 1.7 (ms)
    tau_r_NMDA = 0.29 (ms)
    tau_d_NMDA = 43 (ms)
    Use = 1
    Dep = 100 (ms)
    Fac = 10 (ms)
    u0 = 0
    e = 0 (mV)
    NMDA_ratio = 0.71
    mg = 1 (mM)
    slope_mg = 0.062 (/mV)
    scale_mg = 3.57 (mM)
}
ASSIGNED {
    v (mV)
    i (nA)
    peak_AMPA
    peak_NMDA
    open
}
STATE { A_AMPA B_AMPA A_NMDA B_NMDA }
INITIAL {
    A_AMPA = 0
    B_AMPA = 0
    A_NMDA = 0
    B_NMDA = 0
    peak_AMPA = 1 / highest(tau_r_AMPA, tau_d_AMPA)
    peak_NMDA = 1 / highest(tau_r_NMDA, tau_d_NMDA)
}
BREAKPOINT {
    SOLVE decay METHOD cnexp
    open = 1 / (1 + exp(-slope_mg * v) * mg / scale_mg)
    i = 1e-3 * ((B_AMPA - A_AMPA) + (B_NMDA - A_NMDA) * open) * (v - e)
}
DERIVATIVE decay {
    A_AMPA' = -A_AMPA / tau_r_AMPA
    B_AMPA' = -B_AMPA / tau_d_AMPA
    A_NMDA' = -A_NMDA / tau_r_NMDA
    B_NMDA' = -B_NMDA / tau_d_NMDA
}
NET_RECEIVE(weight, R, u, tsyn (ms), nc_type) {
    LOCAL part
    INITIAL {
        R = 1
        u = u0
        tsyn = 0
    }
    if (Fac > 0) {
        u = u * exp(-(t - tsyn) / Fac)
        u = u + Use * (1 - u)
    } else {
        u = Use
    }
    if (Dep > 0) {
        R = 1 - (1 - R) * exp(-(t - tsyn) / Dep)
    } else {
        R = 1
    }
    part = u * R
    R = R - part
    tsyn = t
    A_AMPA = A_AMPA + weight * part * peak_AMPA
    B_AMPA = B_AMPA + weight * part * peak_AMPA
    A_NMDA = A_NMDA + weight * NMDA_ratio * part * peak_NMDA
    B_NMDA = B_NMDA + weight * NMDA_ratio * part * peak_NMDA
}
FUNCTION highest(rise (ms), decay (ms)) {
    LOCAL at
    at = rise * decay / (decay - rise) * log(decay / rise)
    highest = exp(-at / decay) - exp(-at / rise)
}
