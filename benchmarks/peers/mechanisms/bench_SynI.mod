: GABA-A with factors computed beforehand; release as in Fuhrmann et al. 2002, doi 10.1152/jn.00258.2001.
NEURON {
    POINT_PROCESS bench_SynI
    RANGE tau_rise_ms, tau_decay_ms, e_mV, U, D_ms, F_ms
    NONSPECIFIC_CURRENT i
    THREADSAFE
}
PARAMETER { tau_rise_ms = 0.2 tau_decay_ms = 8.3 e_mV = -80 U = 1 D_ms = 0 F_ms = 0 }
ASSIGNED { v (mV) dt (ms) i (nA) jump f_r f_d }
STATE { rise fall }
INITIAL {
    LOCAL at
    rise = 0
    fall = 0
    at = tau_rise_ms * tau_decay_ms / (tau_decay_ms - tau_rise_ms) * log(tau_decay_ms / tau_rise_ms)
    jump = 1 / (exp(-at / tau_decay_ms) - exp(-at / tau_rise_ms))
    f_r = exp(-dt / tau_rise_ms)
    f_d = exp(-dt / tau_decay_ms)
}
BREAKPOINT {
    SOLVE decay
    i = (fall - rise) * (v - e_mV)
}
PROCEDURE decay() {
    rise = rise * f_r
    fall = fall * f_d
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
    rise = rise + jump * weight * released
    fall = fall + jump * weight * released
}
