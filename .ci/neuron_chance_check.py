"""The exported models of chance in NEURON, against the laws that our own tests hold them to.

Usage: python neuron_chance_check.py LIBRARY   (what nrnivmodl made of `sim export-mechanisms`)
Kv3 under voltage clamp: mean and variance of the open channels are binomial. Release from Nrrp sites: its mean over many contacts is
that of the deterministic rule. Bounds: five standard errors.
"""

import math
import sys

from neuron import h

h.nrn_load_dll(sys.argv[1])
h.load_file("stdrun.hoc")
h.celsius, h.dt, h.steps_per_ms = 34, 0.025, 40
bad = 0


def within(name, found, law, error):
    global bad
    ok = abs(found - law) <= 5 * error
    bad += not ok
    print(f"{'ok ' if ok else 'OUT'} {name}: {found:.5g}, law {law:.5g}, standard error {error:.2g}")


def section(keep):
    s = h.Section(name="s%d" % len(keep))
    s.L = s.diam = 20
    s.nseg, s.cm = 1, 1
    keep.append(s)
    return s


v, cells, keep, open_ = -32, 20, [], []
for _ in range(cells):
    s = section(keep)
    s.insert("bw_StochKv3")
    s.gkbar_bw_StochKv3 = 0.02
    clamp = h.SEClamp(s(0.5))
    clamp.rs, clamp.dur1, clamp.amp1 = 1e-6, 1e6, v
    keep.append(clamp)
    open_.append(h.Vector().record(s(0.5)._ref_N1L1_bw_StochKv3, 0.5))
N = math.floor(0.02 / 50 * 1e4 * math.pi * 400 + 0.5)
h.finitialize(v)
h.continuerun(360)
x = v + 10
p = 1 / (1 + math.exp((-30 - x) / 10)) / (1 + math.exp(0.0878 * (x + 55.1)))
tau = 2.1 * math.exp(-x / 21.2) + 4.627
looks = cells * 300 / (2 * tau)
samples = [n / N for trace in open_ for n in list(trace)[120:]]
mean = sum(samples) / len(samples)
variance = sum((n - mean) ** 2 for n in samples) / len(samples)
within("share of Kv3 channels that are open", mean, p, math.sqrt(p * (1 - p) / N / looks))
within("N times its variance", variance * N, p * (1 - p), p * (1 - p) * math.sqrt(2 / looks))

U, D, F, sites, contacts, times = 0.5, 671, 17, 3, 400, [10, 35, 60, 160]
keep.clear()
s = section(keep)
synapses, events = [], []
for _ in range(contacts):
    synapse = h.bw_ProbAMPANMDA_EMS(s(0.5))
    synapse.Use, synapse.Dep, synapse.Fac, synapse.Nrrp = U, D, F, sites
    synapse.tau_r_NMDA, synapse.tau_d_NMDA = 1e8, 1e9  # the slow exponential counts what was released
    connection = h.NetCon(None, synapse)
    connection.weight[0] = 1e-9
    keep.append(connection)
    synapses.append(synapse)
    events += [(connection, t) for t in times]
keep.append(h.FInitializeHandler(lambda: [c.event(t) for c, t in events]))
counted = [h.Vector().record(syn._ref_B_NMDA, 1) for syn in synapses]
h.finitialize(-70)
h.continuerun(170)
at = 1e8 * 1e9 / 9e8 * math.log(10)
unit = 1e-9 * 0.71 / (math.exp(-at / 1e9) - math.exp(-at / 1e8))
u, R, last = 0, 1, 0
for k, t in enumerate(times):
    u = u * math.exp(-(t - last) / F)
    u = u + U * (1 - u)
    R = 1 - (1 - R) * math.exp(-(t - last) / D)
    released = [(list(c)[t + 2] - list(c)[t - 2]) / unit for c in counted]
    within(f"release at {t} ms", sum(released) / contacts, u * R, math.sqrt(0.25 / sites / contacts))
    R, last = R - u * R, t
sys.exit(1 if bad else 0)
