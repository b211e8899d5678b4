COMMENT
One conductance of two exponentials (GABA-A, or GABA-B with its own times), deterministic Tsodyks-Markram release for each incoming
connection (Fuhrmann et al. 2002, doi 10.1152/jn.00258.2001). Weights are peak conductances in uS.
ENDCOMMENT

NEURON {
    POINT_PROCESS bw_SynI
    RANGE tau_rise_ms, tau_decay_ms, e_mV, U, D_ms, F_ms
    NONSPECIFIC_CURRENT i
}

PARAMETER {
    tau_rise_ms = 0.2
    tau_decay_ms = 8.3
    e_mV = -80
    U = 1
    D_ms = 0
    F_ms = 0
}

ASSIGNED {
    v
    i
    jump
}

STATE { rise decay }

INITIAL {
    LOCAL at
    rise = 0
    decay = 0
    at = tau_rise_ms * tau_decay_ms / (tau_decay_ms - tau_rise_ms) * log(tau_decay_ms / tau_rise_ms)
    jump = 1 / (exp(-at / tau_decay_ms) - exp(-at / tau_rise_ms))
}

BREAKPOINT {
    SOLVE states METHOD cnexp
    i = (decay - rise) * (v - e_mV)
}

DERIVATIVE states {
    rise' = -rise / tau_rise_ms
    decay' = -decay / tau_decay_ms
}

NET_RECEIVE(weight, u, R, last_ms) {
    LOCAL released
    INITIAL {
        u = 0
        R = 1
        last_ms = -1
    }
    if (weight != 0) {
        if (last_ms < 0) {
            u = U
        } else {
            if (D_ms == 0) {
                R = 1
            } else {
                R = 1 - (1 - R) * exp(-(t - last_ms) / D_ms)
            }
            if (F_ms == 0) {
                u = U
            } else {
                u = u * exp(-(t - last_ms) / F_ms)
                u = u + U * (1 - u)
            }
        }
        released = u * R
        R = R - released
        last_ms = t
        rise = rise + jump * weight * released
        decay = decay + jump * weight * released
    }
}
