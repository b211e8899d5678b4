: Slow potassium channels that open and close at random, one gate each (Steinmetz et al. 2000, doi
: 10.1023/A:1008967807741). gkbar is in pS/um2, as the published file has it in effect, whatever its label says. The numbers that open and
: shut in a step are binomial, with the chances that are exact while the voltage stays.
NEURON {
    SUFFIX StochKv
    USEION k READ ek WRITE ik
    RANGE gkbar, gamma, deterministic, tha, qa, Ra, Rb, N, N0, N1
    RANDOM rng
}
PARAMETER {
    gkbar = 0.75
    gamma = 30 (pS)
    deterministic = 0
    tha = -40 (mV)
    qa = 9 (mV)
    Ra = 0.02 (/ms)
    Rb = 0.002 (/ms)
}
ASSIGNED {
    v (mV)
    ek (mV)
    ik (mA/cm2)
    area (um2)
    dt (ms)
    celsius (degC)
    N
    N0
    N1
    ninf
    ntau (ms)
    tadj
}
STATE { n }
INITIAL {
    rates(v)
    n = ninf
    N = floor(gkbar / gamma * area + 0.5)
    if (deterministic) {
        N1 = N * n
    } else {
        N1 = floor(N * n + 0.5)
    }
    N0 = N - N1
}
BREAKPOINT {
    SOLVE gates METHOD cnexp
    ik = 1e-4 * gamma * tadj * N1 / area * (v - ek)
}
DERIVATIVE gates {
    LOCAL up, down, left
    rates(v)
    n' = (ninf - n) / ntau
    if (deterministic) {
        N1 = N * n
    } else {
        left = 1 - exp(-dt / ntau)
        up = random_binomial(rng, N0, ninf * left)
        down = random_binomial(rng, N1, (1 - ninf) * left)
        N1 = N1 + up - down
    }
    N0 = N - N1
}
PROCEDURE rates(v (mV)) {
    LOCAL a, b
    tadj = 2.3^((celsius - 23) / 10)
    a = Ra * linear((v - tha) / qa) * qa * tadj
    b = Rb * linear((tha - v) / qa) * qa * tadj
    ntau = 1 / (a + b)
    ninf = a * ntau
}
FUNCTION linear(x) {
    if (fabs(x) < 1e-6) {
        linear = 1 + x / 2
    } else {
        linear = x / (1 - exp(-x))
    }
}
