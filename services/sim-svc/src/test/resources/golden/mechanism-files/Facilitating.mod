: Two exponentials; each input facilitates and depresses by itself. Events of a negative time never come.
NEURON {
    POINT_PROCESS Facilitating
    NONSPECIFIC_CURRENT i
    RANGE rise, fall, e, gain, used
}
UNITS { (nA) = (nanoamp) (mV) = (millivolt) (uS) = (microsiemens) }
PARAMETER {
    rise = 0.7 (ms)
    fall = 4 (ms)
    e = 0 (mV)
    gain = 0.3
}
ASSIGNED { v (mV) i (nA) used top }
STATE { a (uS) b (uS) }
INITIAL {
    LOCAL at
    at = rise * fall / (fall - rise) * log(fall / rise)
    top = 1 / (exp(-at / fall) - exp(-at / rise))
    a = 0
    b = 0
    used = 0
}
BREAKPOINT {
    SOLVE fade METHOD cnexp
    i = (b - a) * (v - e)
}
DERIVATIVE fade {
    a' = -a / rise
    b' = -b / fall
}
NET_RECEIVE(w (uS), u, left, last (ms)) {
    INITIAL {
        u = gain / 2
        left = 1
        last = 0
    }
    u = gain + (u - gain) * exp(-(t - last) / 30)
    left = 1 - (1 - left) * exp(-(t - last) / 90)
    used = u * left
    a = a + w * top * used
    b = b + w * top * used
    left = left - used
    if (u < 0.9) {
        u = u + 0.4 * (1 - u)
    }
    last = t
}
