: Sodium through four states, begun in balance.
NEURON {
    SUFFIX Scheme
    USEION na READ ena WRITE ina
    RANGE gbar
}
PARAMETER { gbar = 0.01 (S/cm2) }
ASSIGNED { v (mV) ena (mV) ina (mA/cm2) a b c d }
STATE { C1 C2 O I }
INITIAL { SOLVE states STEADYSTATE sparse }
BREAKPOINT {
    SOLVE states METHOD sparse
    ina = gbar * O * (v - ena)
}
KINETIC states {
    rates(v)
    ~ C1 <-> C2 (a, b)
    ~ C2 <-> O (a / 2, 2 * b)
    ~ O <-> I (c, d)
    ~ C2 <-> I (c / 5, d / 30)
    CONSERVE C1 + C2 + O + I = 1
}
PROCEDURE rates(v (mV)) {
    a = 3 * exp((v + 40) / 18)
    b = 2 * exp(-(v + 40) / 20)
    c = 0.8
    d = 0.02 * exp(-(v + 50) / 25)
}
