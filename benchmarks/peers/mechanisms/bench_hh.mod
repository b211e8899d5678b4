: Squid axon (Hodgkin & Huxley 1952, doi 10.1113/jphysiol.1952.sp004764), exponentials without tables; 1e-9 mV keeps off the singular points.
NEURON {
    SUFFIX bench_hh
    USEION na READ ena WRITE ina
    USEION k READ ek WRITE ik
    NONSPECIFIC_CURRENT il
    RANGE gnabar_S_cm2, gkbar_S_cm2, gl_S_cm2, el_mV, q
    THREADSAFE
}
PARAMETER { gnabar_S_cm2 = 0.12 gkbar_S_cm2 = 0.036 gl_S_cm2 = 3e-4 el_mV = -54.3 }
ASSIGNED { v (mV) celsius (degC) ena (mV) ek (mV) ina (mA/cm2) ik (mA/cm2) il (mA/cm2) q }
STATE { m h n }
BREAKPOINT {
    SOLVE states METHOD cnexp
    ina = gnabar_S_cm2 * m * m * m * h * (v - ena)
    ik = gkbar_S_cm2 * n * n * n * n * (v - ek)
    il = gl_S_cm2 * (v - el_mV)
}
INITIAL {
    LOCAL a, b
    q = 3^((celsius - 6.3) / 10)
    a = 0.1 * (v + 40.000000001) / (1 - exp(-(v + 40.000000001) / 10))
    b = 4 * exp(-(v + 65) / 18)
    m = a / (a + b)
    a = 0.07 * exp(-(v + 65) / 20)
    b = 1 / (exp(-(v + 35) / 10) + 1)
    h = a / (a + b)
    a = 0.01 * (v + 55.000000001) / (1 - exp(-(v + 55.000000001) / 10))
    b = 0.125 * exp(-(v + 65) / 80)
    n = a / (a + b)
}
DERIVATIVE states {
    LOCAL am, bm, ah, bh, an, bn
    am = 0.1 * (v + 40.000000001) / (1 - exp(-(v + 40.000000001) / 10))
    bm = 4 * exp(-(v + 65) / 18)
    ah = 0.07 * exp(-(v + 65) / 20)
    bh = 1 / (exp(-(v + 35) / 10) + 1)
    an = 0.01 * (v + 55.000000001) / (1 - exp(-(v + 55.000000001) / 10))
    bn = 0.125 * exp(-(v + 65) / 80)
    m' = (am / (am + bm) - m) * (q * (am + bm))
    h' = (ah / (ah + bh) - h) * (q * (ah + bh))
    n' = (an / (an + bn) - n) * (q * (an + bn))
}
