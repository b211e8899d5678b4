: A receptor with three states, closed, open, desensitised, while transmitter is there for a time after each event; calcium is part of its current.
NEURON {
    POINT_PROCESS Pulsed
    USEION ca READ eca WRITE ica
    NONSPECIFIC_CURRENT i
    RANGE gmax, present, lasts, share
}
PARAMETER {
    gmax = 0.002
    lasts = 1.3 (ms)
    share = 0.1
}
ASSIGNED { v (mV) i (nA) ica (nA) eca (mV) present awaited }
STATE { C O D }
INITIAL {
    C = 1
    O = 0
    D = 0
    present = 0
    awaited = 0
}
BREAKPOINT {
    SOLVE scheme METHOD sparse
    i = gmax * (1 - share) * O * v
    ica = gmax * share * O * (v - eca)
}
KINETIC scheme {
    ~ C <-> O (2 * present * exp(v / 200), 0.5)
    ~ O <-> D (0.2, 0.01)
    CONSERVE C + O + D = 1
}
NET_RECEIVE(w) {
    if (flag == 0) {
        present = present + w
        awaited = awaited + 1
        net_send(lasts, 1)
    } else {
        awaited = awaited - 1
        if (awaited == 0) {
            present = 0
        }
    }
}
