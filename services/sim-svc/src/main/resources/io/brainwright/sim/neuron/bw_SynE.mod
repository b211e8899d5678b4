COMMENT
AMPA and NMDA conductances of one contact, deterministic Tsodyks-Markram release for each incoming connection.
Release: Fuhrmann et al. 2002, doi 10.1152/jn.00258.2001. Magnesium block: Jahr and Stevens 1990, J Neurosci 10:3178.
Weights are peak conductances in uS; the peak of NMDA is NMDA_ratio times that of AMPA.
ENDCOMMENT

NEURON {
    POINT_PROCESS bw_SynE
    RANGE tau_rise_AMPA_ms, tau_decay_AMPA_ms, tau_rise_NMDA_ms, tau_decay_NMDA_ms, e_mV, NMDA_ratio
    RANGE mg_mM, mg_slope_per_mV, mg_scale_mM, U, D_ms, F_ms
    NONSPECIFIC_CURRENT i
}

PARAMETER {
    tau_rise_AMPA_ms = 0.2
    tau_decay_AMPA_ms = 1.74
    tau_rise_NMDA_ms = 0.29
    tau_decay_NMDA_ms = 43
    e_mV = 0
    NMDA_ratio = 0.71
    mg_mM = 1
    mg_slope_per_mV = 0.062
    mg_scale_mM = 3.57
    U = 1
    D_ms = 0
    F_ms = 0
}

ASSIGNED {
    v
    i
    jump_AMPA
    jump_NMDA
}

STATE { rise_AMPA decay_AMPA rise_NMDA decay_NMDA }

INITIAL {
    rise_AMPA = 0
    decay_AMPA = 0
    rise_NMDA = 0
    decay_NMDA = 0
    jump_AMPA = 1 / peak(tau_rise_AMPA_ms, tau_decay_AMPA_ms)
    jump_NMDA = NMDA_ratio / peak(tau_rise_NMDA_ms, tau_decay_NMDA_ms)
}

BREAKPOINT {
    SOLVE decay METHOD cnexp
    i = (decay_AMPA - rise_AMPA + (decay_NMDA - rise_NMDA) / (1 + exp(-mg_slope_per_mV * v) * mg_mM / mg_scale_mM)) * (v - e_mV)
}

DERIVATIVE decay {
    rise_AMPA' = -rise_AMPA / tau_rise_AMPA_ms
    decay_AMPA' = -decay_AMPA / tau_decay_AMPA_ms
    rise_NMDA' = -rise_NMDA / tau_rise_NMDA_ms
    decay_NMDA' = -decay_NMDA / tau_decay_NMDA_ms
}

FUNCTION peak(rise, decay) {
    LOCAL at
    at = rise * decay / (decay - rise) * log(decay / rise)
    peak = exp(-at / decay) - exp(-at / rise)
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
        rise_AMPA = rise_AMPA + jump_AMPA * weight * released
        decay_AMPA = decay_AMPA + jump_AMPA * weight * released
        rise_NMDA = rise_NMDA + jump_NMDA * weight * released
        decay_NMDA = decay_NMDA + jump_NMDA * weight * released
    }
}
