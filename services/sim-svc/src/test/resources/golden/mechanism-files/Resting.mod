: An event acts after a latency, and none is taken while one is under way; the last flag of INITIAL opens it.
NEURON {
    POINT_PROCESS Resting
    ELECTRODE_CURRENT i
    RANGE size, length, latency, ready, taken
}
PARAMETER {
    size = 0.2 (nA)
    length = 2.1 (ms)
    latency = 0.55 (ms)
}
ASSIGNED { v (mV) i (nA) on ready taken }
INITIAL {
    on = 0
    ready = 0
    taken = 0
    net_send(3, 4)
}
BREAKPOINT { i = size * on }
NET_RECEIVE(w) {
    if (flag == 0) {
        if (ready == 1) {
            ready = 0
            net_send(latency, 2)
        }
    } else if (flag == 2) {
        on = w * (1 - exp(-fabs(v) / 60))
        taken = taken + 1
        net_send(length, 3)
    } else {
        on = 0
        ready = 1
    }
}
