: AMPA and NMDA with factors computed beforehand; release as in Fuhrmann et al. 2002, doi 10.1152/jn.00258.2001; magnesium block: Jahr & Stevens 1990.
NEURON {
    POINT_PROCESS bench_SynE
    RANGE tau_rise_AMPA_ms, tau_decay_AMPA_ms, tau_rise_NMDA_ms, tau_decay_NMDA_ms, e_mV, NMDA_ratio
    RANGE mg_mM, mg_slope_per_mV, mg_scale_mM, U, D_ms, F_ms
    NONSPECIFIC_CURRENT i
    THREADSAFE
}
PARAMETER {
    tau_rise_AMPA_ms = 0.2 tau_decay_AMPA_ms = 1.74 tau_rise_NMDA_ms = 0.29 tau_decay_NMDA_ms = 43
    e_mV = 0 NMDA_ratio = 0.7 mg_mM = 1 mg_slope_per_mV = 0.062 mg_scale_mM = 3.57 U = 1 D_ms = 0 F_ms = 0
}
ASSIGNED { v (mV) dt (ms) i (nA) jump_AMPA jump_NMDA f_rA f_dA f_rN f_dN }
STATE { rA dA rN dN }
INITIAL {
    LOCAL at
    rA = 0
    dA = 0
    rN = 0
    dN = 0
    at = tau_rise_AMPA_ms * tau_decay_AMPA_ms / (tau_decay_AMPA_ms - tau_rise_AMPA_ms) * log(tau_decay_AMPA_ms / tau_rise_AMPA_ms)
    jump_AMPA = 1 / (exp(-at / tau_decay_AMPA_ms) - exp(-at / tau_rise_AMPA_ms))
    at = tau_rise_NMDA_ms * tau_decay_NMDA_ms / (tau_decay_NMDA_ms - tau_rise_NMDA_ms) * log(tau_decay_NMDA_ms / tau_rise_NMDA_ms)
    jump_NMDA = NMDA_ratio / (exp(-at / tau_decay_NMDA_ms) - exp(-at / tau_rise_NMDA_ms))
    f_rA = exp(-dt / tau_rise_AMPA_ms)
    f_dA = exp(-dt / tau_decay_AMPA_ms)
    f_rN = exp(-dt / tau_rise_NMDA_ms)
    f_dN = exp(-dt / tau_decay_NMDA_ms)
}
BREAKPOINT {
    SOLVE decay
    i = (dA - rA + (dN - rN) / (1 + exp(-mg_slope_per_mV * v) * mg_mM / mg_scale_mM)) * (v - e_mV)
}
PROCEDURE decay() {
    rA = rA * f_rA
    dA = dA * f_dA
    rN = rN * f_rN
    dN = dN * f_dN
}
NET_RECEIVE(weight (uS), u, R, last (ms)) {
    LOCAL released
    INITIAL {
        u = 0
        R = 1
        last = -1
    }
    if (last < 0) {
        u = U
    } else {
        R = 1 - (1 - R) * exp(-(t - last) / D_ms)
        u = u * exp(-(t - last) / F_ms)
        u = u + U * (1 - u)
    }
    released = u * R
    R = R - released
    last = t
    rA = rA + jump_AMPA * weight * released
    dA = dA + jump_AMPA * weight * released
    rN = rN + jump_NMDA * weight * released
    dN = dN + jump_NMDA * weight * released
}
