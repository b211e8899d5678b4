: Potassium Kv3 whose channels open and close at random, with inactivation (Mendonca et al. 2016, doi 10.7554/eLife.16475; voltages
: corrected by a junction potential of 10 mV). Each of N channels has an activation gate l and an
: inactivation gate n, independent of each other. In one step a gate that is shut opens with chance inf (1 - exp(-dt/tau)), an open one
: shuts with chance (1 - inf) (1 - exp(-dt/tau)), which is exact while the voltage stays: the numbers that move are binomial.
NEURON {
    SUFFIX StochKv3
    USEION k READ ek WRITE ik
    RANGE gkbar, gamma, deterministic, N, N0L0, N1L0, N0L1, N1L1
    RANDOM rng
}
PARAMETER {
    gkbar = 0.01 (S/cm2)
    gamma = 50 (pS)
    deterministic = 0
}
ASSIGNED {
    v (mV)
    ek (mV)
    ik (mA/cm2)
    area (um2)
    dt (ms)
    N
    N0L0
    N1L0
    N0L1
    N1L1
    ninf
    ntau (ms)
    linf
    ltau (ms)
}
STATE { n l }
INITIAL {
    rates(v)
    n = ninf
    l = linf
    N = floor(1e4 * gkbar / gamma * area + 0.5)
    if (deterministic) {
        N1L1 = N * n * l
        N1L0 = N * n * (1 - l)
        N0L1 = N * (1 - n) * l
    } else {
        N1L1 = floor(N * n * l + 0.5)
        N1L0 = floor(N * n * (1 - l) + 0.5)
        N0L1 = floor(N * (1 - n) * l + 0.5)
    }
    N0L0 = N - N1L1 - N1L0 - N0L1
}
BREAKPOINT {
    SOLVE gates METHOD cnexp
    ik = 1e-4 * gamma * N1L1 / area * (v - ek)
}
DERIVATIVE gates {
    LOCAL on, off, up, down, up1, down1
    rates(v)
    n' = (ninf - n) / ntau
    l' = (linf - l) / ltau
    if (deterministic) {
        N1L1 = N * n * l
        N1L0 = N * n * (1 - l)
        N0L1 = N * (1 - n) * l
        N0L0 = N - N1L1 - N1L0 - N0L1
    } else {
        on = ninf * (1 - exp(-dt / ntau))
        off = (1 - ninf) * (1 - exp(-dt / ntau))
        up = random_binomial(rng, N0L0, on)
        down = random_binomial(rng, N1L0, off)
        up1 = random_binomial(rng, N0L1, on)
        down1 = random_binomial(rng, N1L1, off)
        N0L0 = N0L0 - up + down
        N1L0 = N1L0 + up - down
        N0L1 = N0L1 - up1 + down1
        N1L1 = N1L1 + up1 - down1
        on = linf * (1 - exp(-dt / ltau))
        off = (1 - linf) * (1 - exp(-dt / ltau))
        up = random_binomial(rng, N0L0, on)
        down = random_binomial(rng, N0L1, off)
        up1 = random_binomial(rng, N1L0, on)
        down1 = random_binomial(rng, N1L1, off)
        N0L0 = N0L0 - up + down
        N0L1 = N0L1 + up - down
        N1L0 = N1L0 - up1 + down1
        N1L1 = N1L1 + up1 - down1
    }
}
PROCEDURE rates(v (mV)) {
    LOCAL x
    x = v + 10
    linf = 1 / (1 + exp(-(x + 30) / 10))
    ltau = 2.09 + 0.346 * exp(-x / 18.272)
    ninf = 1 / (1 + exp(0.0878 * (x + 55.1)))
    ntau = 4.627 + 2.1 * exp(-x / 21.2)
}
