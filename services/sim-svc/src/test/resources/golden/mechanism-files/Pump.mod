: A pump that binds what it carries: two states that are not linear in each other, solved implicitly.
NEURON {
    SUFFIX Pump
    NONSPECIFIC_CURRENT i
    RANGE imax
}
PARAMETER { imax = 0.002 (mA/cm2) }
ASSIGNED { v (mV) i (mA/cm2) }
STATE { bound free }
INITIAL {
    bound = 1
    free = 0.2
}
BREAKPOINT {
    SOLVE binding METHOD derivimplicit
    i = imax * free * free
}
DERIVATIVE binding {
    bound' = 0.3 * exp(v / 80) - 0.2 * bound * free * free
    free' = 0.2 * bound * free * free - 0.4 * free / (1 + 0.5 * free)
}
