: A current that begins when the voltage has risen through a level and ends, after a time, when it has fallen through another.
NEURON {
    POINT_PROCESS Watching
    NONSPECIFIC_CURRENT i
    RANGE high, low, size, seen
}
PARAMETER {
    high = -58 (mV)
    low = -62 (mV)
    size = 0.05 (nA)
}
ASSIGNED { v (mV) i (nA) on seen }
INITIAL {
    on = 0
    seen = 0
    net_send(1, 1)
}
BREAKPOINT { i = size * on }
NET_RECEIVE(w) {
    if (flag == 1) {
        WATCH (v > high) 2
    } else if (flag == 2) {
        seen = seen + 1
        on = 1
        WATCH (v < low) 3
    } else if (flag == 3) {
        on = 0
        net_send(0.7, 1)
    } else {
        on = on + w
    }
}
