: Excitatory synapse whose efficacy follows the calcium of its spine (Chindemi et al. 2022, doi 10.1038/s41467-022-30214-w; bistable
: efficacy after Graupner & Brunel 2012, doi 10.1073/pnas.1109359109). AMPA and NMDA conductances, release at random from Nrrp sites
: (Fuhrmann et al. 2002, doi 10.1152/jn.00258.2001), calcium through NMDA receptors (fraction: Schneggenburger et al. 1993, doi
: 10.1016/0896-6273(93)90277-X) and R-type channels (Magee & Johnston 1995, doi 10.1113/jphysiol.1995.sp020862).
:   effcai' = -effcai / tau_effca + (cai - min_ca)
:   tau_ind rho' = -rho (1 - rho) (rho_star - rho) + gamma_p (1 - rho) [effcai > theta_p] - gamma_d rho [effcai > theta_d]
: The weight of an input only switches it on. An input that is spontaneous (a mini) has nc_type 1.
NEURON {
    POINT_PROCESS GluSynapse
    NONSPECIFIC_CURRENT i
    RANGE tau_r_AMPA, tau_d_AMPA, E_AMPA, gmax0_AMPA, gmax_d_AMPA, gmax_p_AMPA
    RANGE mg, scale_NMDA, slope_NMDA, tau_r_NMDA, tau_d_NMDA, E_NMDA, gmax_NMDA
    RANGE Use, Use_d, Use_p, Dep, Fac, Nrrp, minis_single_vesicle, init_depleted
    RANGE volume_CR, gca_bar_VDCC, ljp_VDCC, vhm_VDCC, km_VDCC, vhh_VDCC, kh_VDCC, mtau_VDCC, htau_VDCC
    RANGE gamma_ca_CR, tau_ca_CR, min_ca_CR, cao_CR
    RANGE rho_star_GB, tau_ind_GB, tau_exp_GB, tau_effca_GB, gamma_d_GB, gamma_p_GB, theta_d_GB, theta_p_GB, rho0_GB
    RANGE ica_NMDA, ica_VDCC
    RANDOM rng
}
UNITS {
    F = (faraday) (coulomb)
    R = (k-mole) (joule/degC)
    PI = (pi) (1)
}
PARAMETER {
    tau_r_AMPA = 0.2 (ms)
    tau_d_AMPA = 1.7 (ms)
    E_AMPA = 0 (mV)
    gmax0_AMPA = 1 (nS)
    gmax_d_AMPA = 1 (nS)
    gmax_p_AMPA = 2 (nS)
    mg = 1 (mM)
    scale_NMDA = 2.552 (mM)
    slope_NMDA = 0.072 (/mV)
    tau_r_NMDA = 0.29 (ms)
    tau_d_NMDA = 70 (ms)
    E_NMDA = -3 (mV)
    gmax_NMDA = 0.55 (nS)
    Use = 0.5
    Use_d = 0.2
    Use_p = 0.8
    Dep = 100 (ms)
    Fac = 10 (ms)
    Nrrp = 1
    minis_single_vesicle = 0
    init_depleted = 0
    volume_CR = 0.087 (um3)
    gca_bar_VDCC = 0.0744 (nS/um2)
    ljp_VDCC = 0 (mV)
    vhm_VDCC = -5.9 (mV)
    km_VDCC = 9.5 (mV)
    vhh_VDCC = -39 (mV)
    kh_VDCC = -9.2 (mV)
    mtau_VDCC = 1 (ms)
    htau_VDCC = 27 (ms)
    gamma_ca_CR = 0.04
    tau_ca_CR = 12 (ms)
    min_ca_CR = 70e-6 (mM)
    cao_CR = 2 (mM)
    rho_star_GB = 0.5
    tau_ind_GB = 70
    tau_exp_GB = 100
    tau_effca_GB = 278.3 (ms)
    gamma_d_GB = 101.5
    gamma_p_GB = 216.2
    theta_d_GB = 0.006
    theta_p_GB = 0.012
    rho0_GB = 0
}
ASSIGNED {
    v (mV)
    i (nA)
    celsius (degC)
    dt (ms)
    peak_AMPA
    peak_NMDA
    gca (nS)
    g_AMPA (uS)
    g_NMDA (uS)
    ica_NMDA (nA)
    ica_VDCC (nA)
}
STATE { A_AMPA B_AMPA A_NMDA B_NMDA gmax_AMPA Use_GB m_VDCC h_VDCC cai_CR effcai_GB rho_GB }
INITIAL {
    A_AMPA = 0
    B_AMPA = 0
    A_NMDA = 0
    B_NMDA = 0
    gmax_AMPA = gmax0_AMPA
    Use_GB = Use
    m_VDCC = 1 / (1 + exp((vhm_VDCC - ljp_VDCC - v) / km_VDCC))
    h_VDCC = 1 / (1 + exp((vhh_VDCC - ljp_VDCC - v) / kh_VDCC))
    cai_CR = min_ca_CR
    effcai_GB = 0
    rho_GB = rho0_GB
    peak_AMPA = 1 / highest(tau_r_AMPA, tau_d_AMPA)
    peak_NMDA = 1 / highest(tau_r_NMDA, tau_d_NMDA)
    gca = gca_bar_VDCC * 4 * PI * (0.75 * volume_CR / PI)^(2/3)
}
BREAKPOINT {
    SOLVE all METHOD cnexp
    g_AMPA = 1e-3 * gmax_AMPA * (B_AMPA - A_AMPA)
    g_NMDA = 1e-3 * gmax_NMDA * (B_NMDA - A_NMDA) / (1 + exp(-slope_NMDA * v) * mg / scale_NMDA)
    ica_NMDA = 0.6 * 4 * cao_CR / (4 * cao_CR + 120 / 1.38) * g_NMDA * (v - 40)
    ica_VDCC = 1e-3 * gca * m_VDCC * m_VDCC * h_VDCC * (v - 1e3 * R * (celsius + 273.15) / (2 * F) * log(cao_CR / cai_CR))
    i = g_AMPA * (v - E_AMPA) + g_NMDA * (v - E_NMDA) + ica_VDCC
}
DERIVATIVE all {
    LOCAL up, down
    A_AMPA' = -A_AMPA / tau_r_AMPA
    B_AMPA' = -B_AMPA / tau_d_AMPA
    A_NMDA' = -A_NMDA / tau_r_NMDA
    B_NMDA' = -B_NMDA / tau_d_NMDA
    m_VDCC' = (1 / (1 + exp((vhm_VDCC - ljp_VDCC - v) / km_VDCC)) - m_VDCC) / mtau_VDCC
    h_VDCC' = (1 / (1 + exp((vhh_VDCC - ljp_VDCC - v) / kh_VDCC)) - h_VDCC) / htau_VDCC
    cai_CR' = -1e6 * (ica_NMDA + ica_VDCC) * gamma_ca_CR / (volume_CR * 2 * F) - (cai_CR - min_ca_CR) / tau_ca_CR
    effcai_GB' = -effcai_GB / tau_effca_GB + (cai_CR - min_ca_CR)
    gmax_AMPA' = (gmax_d_AMPA + rho_GB * (gmax_p_AMPA - gmax_d_AMPA) - gmax_AMPA) / (1e3 * tau_exp_GB)
    Use_GB' = (Use_d + rho_GB * (Use_p - Use_d) - Use_GB) / (1e3 * tau_exp_GB)
    up = 0
    down = 0
    if (effcai_GB > theta_p_GB) {
        up = gamma_p_GB
    }
    if (effcai_GB > theta_d_GB) {
        down = gamma_d_GB
    }
    : rho changes over seconds and is not linear: Euler's step
    rho_GB = rho_GB + dt / (1e3 * tau_ind_GB) * (-rho_GB * (1 - rho_GB) * (rho_star_GB - rho_GB) + up * (1 - rho_GB) - down * rho_GB)
}
NET_RECEIVE(weight, u, tsyn (ms), recovered, nc_type) {
    LOCAL part, ready, released
    INITIAL {
        u = 0
        tsyn = 0
        if (init_depleted) {
            recovered = 0
        } else {
            recovered = Nrrp
        }
    }
    if (weight > 0) {
        u = Use_GB + u * (1 - Use_GB) * exp(-(t - tsyn) / Fac)
        recovered = recovered + random_binomial(rng, Nrrp - recovered, 1 - exp(-(t - tsyn) / Dep))
        ready = recovered
        if (minis_single_vesicle && nc_type == 1 && ready > 1) {
            ready = 1
        }
        released = random_binomial(rng, ready, u)
        recovered = recovered - released
        tsyn = t
        part = released / Nrrp
        A_AMPA = A_AMPA + part * peak_AMPA
        B_AMPA = B_AMPA + part * peak_AMPA
        A_NMDA = A_NMDA + part * peak_NMDA
        B_NMDA = B_NMDA + part * peak_NMDA
    }
}
FUNCTION highest(rise (ms), decay (ms)) {
    LOCAL at
    at = rise * decay / (decay - rise) * log(decay / rise)
    highest = exp(-at / decay) - exp(-at / rise)
}
