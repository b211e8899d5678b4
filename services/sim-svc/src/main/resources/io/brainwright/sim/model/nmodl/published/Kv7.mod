: Potassium of the axon and its initial segment that does not inactivate, Kv7/M (Battefeld et al. 2014, doi 10.1523/JNEUROSCI.4206-13.2014).
: Rates at 35 degC, used as they are.
NEURON {
    SUFFIX Kv7
    USEION k READ ek WRITE ik
    RANGE gKv7bar
}
PARAMETER { gKv7bar = 1e-5 (S/cm2) }
ASSIGNED { v (mV) ek (mV) ik (mA/cm2) ninf ntau (ms) opening (/ms) closing (/ms) }
STATE { n }
INITIAL {
    rates(v)
    n = ninf
}
BREAKPOINT {
    SOLVE gate METHOD cnexp
    ik = gKv7bar * n * (v - ek)
}
DERIVATIVE gate {
    rates(v)
    n' = (ninf - n) / ntau
}
PROCEDURE rates(v (mV)) {
    opening = 0.036 * exp(0.909 * v / 26.55)
    closing = 0.002 * exp(-1.102 * v / 26.55)
    ntau = 1 / (opening + closing)
    ninf = opening * ntau
}
