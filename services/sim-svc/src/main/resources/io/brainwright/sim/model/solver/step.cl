// The time step of one block; the twin of JavaBlock.java, same operations in the same order, so the same bits.
// One work-item steps one block. V is eight doubles. No contraction: only fma() that Java also calls.
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL FP_CONTRACT OFF
typedef double8 V;

V over(V z) {
    V q = fma(z, (V)(1.0 / 5040), (V)(1.0 / 720));
    q = fma(z, q, (V)(1.0 / 120));
    q = fma(z, q, (V)(1.0 / 24));
    q = fma(z, q, (V)(1.0 / 6));
    q = fma(z, q, (V)(1.0 / 2));
    return fma(z, q, (V)(1.0));
}

// Written out: the compiler leaves loops as they are.
#define FIVE(step) step step step step step
#define NINE(step) FIVE(step) step step step step

V bw_exp(V x) {
    V z = x * (1.0 / 512);
    V r = fma(z, over(z), (V)(1.0));
    NINE(r = r * r;)
    return r;
}

V bw_expm1(V x) {
    V z = select(x, (V)(-64.0), x < -64.0) * (1.0 / 32);
    V y = z * over(z);
    FIVE(y = y * (2 + y);)
    return y;
}

V bw_linoid(V x) {
    V z = x * (1.0 / 512);
    V p = over(z);
    V y = z * p;
    V t;
    NINE(t = 2 + y; p = p * t; y = y * t;)
    return 512 / p;
}

V bw_linoidOf(V x, V e) {
    V s = x * x;
    V p = fma(s, (V)(1.0 / 30240), (V)(-1.0 / 720));
    p = fma(s, p, (V)(1.0 / 12));
    V near = fma(s, p, fma(x, (V)(-0.5), (V)(1.0)));
    return select(x / (e - 1), near, fabs(x) < 0.1);
}

double bw_ln(double x) {
    long bits = as_long(x);
    long e = ((bits + 0x8000000000000L) >> 52) - 1023;
    double m = as_double((bits & 0xFFFFFFFFFFFFFL | (1023L << 52)) - ((e - ((bits >> 52) - 1023)) << 52));
    double s = (m - 1) / (m + 1);
    double w = s * s;
    double p = 1.0 / 21;
    p = fma(w, p, 1.0 / 19);
    p = fma(w, p, 1.0 / 17);
    p = fma(w, p, 1.0 / 15);
    p = fma(w, p, 1.0 / 13);
    p = fma(w, p, 1.0 / 11);
    p = fma(w, p, 1.0 / 9);
    p = fma(w, p, 1.0 / 7);
    p = fma(w, p, 1.0 / 5);
    p = fma(w, p, 1.0 / 3);
    p = fma(w, p, 1.0);
    return fma((double)e, 0.6931471805599453, 2 * s * p);
}

V bw_vln(V x) {
    long8 bits = as_long8(x);
    long8 e = ((bits + 0x8000000000000L) >> 52) - 1023;
    V m = as_double8((bits & 0xFFFFFFFFFFFFFL | (1023L << 52)) - ((e - ((bits >> 52) - 1023)) << 52));
    V s = (m - 1) / (m + 1);
    V w = s * s;
    V p = (V)(1.0 / 21);
    p = fma(w, p, (V)(1.0 / 19));
    p = fma(w, p, (V)(1.0 / 17));
    p = fma(w, p, (V)(1.0 / 15));
    p = fma(w, p, (V)(1.0 / 13));
    p = fma(w, p, (V)(1.0 / 11));
    p = fma(w, p, (V)(1.0 / 9));
    p = fma(w, p, (V)(1.0 / 7));
    p = fma(w, p, (V)(1.0 / 5));
    p = fma(w, p, (V)(1.0 / 3));
    p = fma(w, p, (V)(1.0));
    return fma(convert_double8(e), (V)(0.6931471805599453), 2 * s * p);
}

// Exponential.expFar.
double bw_exp1(double x) {
    double z = x * 0.125 * (1.0 / 512);
    double q = fma(z, 1.0 / 5040, 1.0 / 720);
    q = fma(z, q, 1.0 / 120);
    q = fma(z, q, 1.0 / 24);
    q = fma(z, q, 1.0 / 6);
    q = fma(z, q, 1.0 / 2);
    q = fma(z, q, 1.0);
    double r = fma(z, q, 1.0);
    for (int k = 0; k < 12; k++) r = r * r;
    return r;
}

// Chance.uniform: Philox4x32-10 (Salmon et al. 2011) of the counter (draw, 0).
double bw_uniform1(double key0, double key1, double draw) {
    uint k0 = (uint)key0, k1 = (uint)key1;
    ulong d = (ulong)draw;
    uint c0 = (uint)d, c1 = (uint)(d >> 32), c2 = 0, c3 = 0;
    for (int round = 0; round < 10; round++) {
        ulong p0 = (ulong)c0 * 0xD2511F53UL;
        ulong p1 = (ulong)c2 * 0xCD9E8D57UL;
        c0 = (uint)(p1 >> 32) ^ c1 ^ k0;
        c2 = (uint)(p0 >> 32) ^ c3 ^ k1;
        c1 = (uint)p1;
        c3 = (uint)p0;
        k0 += 0x9E3779B9U;
        k1 += 0xBB67AE85U;
    }
    ulong bits = ((ulong)c1 << 32 | (ulong)c0) >> 11;
    return (double)bits * 0x1.0p-53;
}

// Chance.binomial: inversion.
double bw_binomial1(double u, double n, double p) {
    if (!(n > 0) || !(p > 0)) return 0;
    if (p >= 1) return n;
    int rare = p <= 0.5;
    double hit = rare ? p : 1 - p;
    double odds = hit / (1 - hit);
    double ln = n * bw_ln(1 - hit);
    double mean = n * hit;
    int direct = ln > -600;
    double chance = direct ? bw_exp1(ln) : 0;
    double sum = chance;
    double k = 0;
    while (u >= sum && k < n) {
        k += 1;
        double ratio = (n - k + 1) / k * odds;
        if (direct) {
            chance = chance * ratio;
        } else {
            ln += bw_ln(ratio);
            chance = ln > -700 ? bw_exp1(ln) : 0;
        }
        sum += chance;
        if (k > mean && chance < 1e-18) break;
    }
    return rare ? k : n - k;
}

V bw_uniform(V key0, V key1, V draw) {
    double a[8], b[8], c[8];
    vstore8(key0, 0, a);
    vstore8(key1, 0, b);
    vstore8(draw, 0, c);
    for (int l = 0; l < 8; l++) a[l] = bw_uniform1(a[l], b[l], c[l]);
    return vload8(0, a);
}

V bw_binomial(V u, V n, V p) {
    double a[8], b[8], c[8];
    vstore8(u, 0, a);
    vstore8(n, 0, b);
    vstore8(p, 0, c);
    for (int l = 0; l < 8; l++) a[l] = bw_binomial1(a[l], b[l], c[l]);
    return vload8(0, a);
}

V gather(__global const double *a, __global const int *e) {
    return (V)(a[e[0]], a[e[1]], a[e[2]], a[e[3]], a[e[4]], a[e[5]], a[e[6]], a[e[7]]);
}

void scatter(__global double *a, __global const int *e, V x) {
    double t[8];
    vstore8(x, 0, t);
    for (int l = 0; l < 8; l++) a[e[l]] += t[l];
}

// Where the elements of a row stand: one per eight of the aligned rows, then one for each.
#define ELEMENT(i, alignedRows) ((i) < (alignedRows) ? (i) / 8 : (i) - (alignedRows) + (alignedRows) / 8)

// Eight rows of a table read a column of the block: eight neighbours, or each its own element.
V at8(__global const double *a, __global const int *e, int aligned) {
    return aligned ? vload8(0, a + e[0]) : gather(a, e);
}

void add8(__global double *a, __global const int *e, int aligned, V x) {
    if (aligned) vstore8(vload8(0, a + e[0]) + x, 0, a + e[0]);
    else scatter(a, e, x);
}

void put8(__global double *a, __global const int *e, int aligned, V x) {
    if (aligned) {
        vstore8(x, 0, a + e[0]);
    } else {
        double t[8];
        vstore8(x, 0, t);
        for (int l = 0; l < 8; l++) a[e[l]] = t[l];
    }
}

// Calcium of eight places, and what follows from it.
void setCalcium(__global double *eca, __global double *lncai, __global double *cai, __global const int *e, int aligned, V x,
                double nernst, double lncao) {
    V ln = bw_vln(select((V)(1e-7), x, x > (V)(1e-7)));
    put8(cai, e, aligned, x);
    put8(lncai, e, aligned, ln);
    put8(eca, e, aligned, nernst * (lncao - ln));
}

// Keeps an event that a point process sends to itself in a free slot of its row.
void bw_send(__global double *D, __global const int *due, __global const int *flag, __global const int *input, int row,
             double when, double what, int from, int *overrun) {
    if (when >= NEVER) return;
    for (int s = 0; s < SLOTS; s++) {
        if (D[due[2 * s] + row] >= NEVER) {
            D[due[2 * s] + row] = when;
            D[flag[2 * s] + row] = what;
            D[input[2 * s] + row] = from;
            return;
        }
    }
    *overrun = 1;
}

// The slot of a row whose event is due first.
int bw_next(__global const double *D, __global const int *due, int row) {
    int next = 0;
    for (int s = 1; s < SLOTS; s++) next = D[due[2 * s] + row] < D[due[2 * next] + row] ? s : next;
    return next;
}

#define LOAD(offset) vload8(0, D + (offset) + i)
#define STORE(offset, x) vstore8(x, 0, D + (offset) + i)
// A column by its place in the record M; one of equal values is there once, as eight, under a mask of 0.
#define COLUMN(k) vload8(0, D + M[k] + (i & M[(k) + 1]))

// @MECHANISMS@

void receive(__global double *D, __global const int *S, int row, double amount) {
    int n = S[1];
    for (int k = 0; k < n; k++) D[S[4 + k] + row] += D[S[12 + k] + (row & S[24 + k])] * amount;
}

#define FIXED(k) vload8(0, D + S[k] + (i & S[(k) + 12]))
#define DECAY(k, x) STORE(S[4 + (k)], x * FIXED(8 + (k)))

// Currents of the states at t; the states then decay to t + dt, which nothing else reads before.
void synapses(__global double *D, __global const int *I, __global const int *S, __global const double *v,
              __global double *diagonal, __global double *right) {
    int rows = S[0];
    for (int i = 0; i < rows; i += 8) {
        int aligned = i < S[3];
        __global const int *element = I + S[2] + ELEMENT(i, S[3]);
        V g, r;
        V e = FIXED(16);
        if (S[1] == 1) {
            g = LOAD(S[4]);
            r = g * e;
            DECAY(0, g);
        } else if (S[1] == 2) {
            V a = LOAD(S[4]), b = LOAD(S[5]);
            g = b - a;
            r = g * e;
            DECAY(0, a);
            DECAY(1, b);
        } else {
            V u = at8(v, element, aligned);
            V slope = FIXED(17);
            V a0 = LOAD(S[4]), a1 = LOAD(S[5]), n0 = LOAD(S[6]), n1 = LOAD(S[7]);
            V s = 1 / (1 + bw_exp(-slope * u) * FIXED(18));
            V gN = (n1 - n0) * s;
            V open = (a1 - a0) + gN;
            V drive = u - e;
            g = open + gN * slope * (1 - s) * drive;
            r = g * u - open * drive;
            DECAY(0, a0);
            DECAY(1, a1);
            DECAY(2, n0);
            DECAY(3, n1);
        }
        add8(diagonal, element, aligned, g);
        add8(right, element, aligned, r);
    }
}

// Eliminates children into parents (Hines 1984), then substitutes back; eight lanes with one tree, parents by place.
void solveOneTree(__global const int *parent, __global const double *G, __global double *d, __global double *r,
                  __global double *v, int n) {
    for (int i = n - 1; i > 0; i--) {
        int p = parent[i] / 8;
        V g = vload8(i, G);
        V inverse = 1 / vload8(i, d);
        V f = g * inverse;
        vstore8(inverse, i, d);
        vstore8(vload8(p, d) - f * g, p, d);
        vstore8(vload8(p, r) + f * vload8(i, r), p, r);
    }
    vstore8(vload8(0, r) / vload8(0, d), 0, v);
    for (int i = 1; i < n; i++)
        vstore8((vload8(i, r) + vload8(i, G) * vload8(parent[i] / 8, v)) * vload8(i, d), i, v);
}

// The same for eight lanes with trees of their own.
void solveEightTrees(__global const int *parent, __global const double *G, __global double *d, __global double *r,
                     __global double *v, int n) {
    double a[8], b[8];
    for (int i = n - 1; i > 0; i--) {
        __global const int *p = parent + 8 * i;
        V g = vload8(i, G);
        V inverse = 1 / vload8(i, d);
        V f = g * inverse;
        vstore8(inverse, i, d);
        vstore8(f * g, 0, a);
        vstore8(f * vload8(i, r), 0, b);
        for (int l = 0; l < 8; l++) {
            d[p[l]] -= a[l];
            r[p[l]] += b[l];
        }
    }
    vstore8(vload8(0, r) / vload8(0, d), 0, v);
    for (int i = 1; i < n; i++)
        vstore8((vload8(i, r) + vload8(i, G) * gather(v, parent + 8 * i)) * vload8(i, d), i, v);
}

// The same for any number of lanes.
void solveAny(__global const int *parent, __global const double *G, __global double *d, __global double *r, __global double *v,
              int width, int n) {
    for (int i = n - 1; i >= width; i--) {
        int p = parent[i];
        double inverse = 1 / d[i];
        double f = G[i] * inverse;
        d[i] = inverse;
        d[p] -= f * G[i];
        r[p] += f * r[i];
    }
    for (int i = 0; i < width; i++) v[i] = r[i] / d[i];
    for (int i = width; i < n; i++) v[i] = (r[i] + G[i] * v[parent[i]]) * d[i];
}

__kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void epoch(__global double *D, __global const int *I, __global const double *drives,
                    __global const int *events, __global const double *amounts, __global const int *eventStart,
                    __global int *fired, __global double *frames, int blocks, int firstStep, int steps, int mostSteps,
                    double dt, __global const int *pointEvents, __global const double *pointTimes,
                    __global const int *pointStart) {
    int b = get_global_id(0);
    if (b >= blocks) return;
    __global const int *H = I + I[b];
    int width = H[0], n = H[1];
    __global const int *parent = I + H[2];
    __global double *G = D + H[3], *base = D + H[4], *capacity = D + H[5], *v = D + H[6];
    __global double *d = D + H[7], *r = D + H[8], *ica = D + H[9], *eca = D + H[10], *lncai = D + H[11], *cai_mM = D + H[28];
    __global const int *driveElement = I + H[13];
    double nernst = D[H[25]], lncao = D[H[25] + 1];
    int event = eventStart[b], pointEvent = pointStart[b], overrun = 0;
    for (int k = 0; k < steps; k++) {
        while (event < eventStart[b + 1] && events[3 * event] <= firstStep + k) {
            for (int s = 0; s < 3; s++) {
                __global const int *S = I + H[32 + s];
                if (S[0] > 0 && s == events[3 * event + 1]) receive(D, S, events[3 * event + 2], amounts[event]);
            }
            event++;
        }
        pointEvent = receivePoints(D, I, H, v, eca, lncai, cai_mM, pointEvents, pointTimes, pointEvent, pointStart[b + 1],
                                   firstStep + k, dt, &overrun);
        for (int i = 0; i < n / 8; i++) {
            vstore8(vload8(i, base), i, d);
            vstore8(vload8(i, capacity) * vload8(i, v), i, r);
        }
        if (H[31])
            for (int i = 0; i <= n / 8; i++) vstore8((V)(0.0), i, ica);
        addCurrents(D, I, H, v, d, r, ica, eca, lncai, cai_mM, nernst, lncao, (firstStep + k + 0.5) * dt);
        for (int s = 0; s < 3; s++) synapses(D, I, I + H[32 + s], v, d, r);
        for (int i = 0; i < H[12]; i++) {
            d[driveElement[i]] += drives[H[14] + 2 * (k * H[12] + i)];
            r[driveElement[i]] += drives[H[14] + 2 * (k * H[12] + i) + 1];
        }
        if (H[30]) solveOneTree(parent, G, d, r, v, n / 8);
        else if (width == 8) solveEightTrees(parent, G, d, r, v, n / 8);
        else solveAny(parent, G, d, r, v, width, n);
        for (int i = 0; i < H[19]; i += 8) {
            int aligned = i < H[29];
            __global const int *e = I + H[20] + ELEMENT(i, H[29]);
            V inf = LOAD(H[22]) + LOAD(H[23]) * at8(ica, e, aligned);
            V before = LOAD(H[21]);
            V cai = fma(before - inf, LOAD(H[24]), before);
            STORE(H[21], cai);
            setCalcium(eca, lncai, cai_mM, e, aligned, cai, nernst, lncao);
        }
        advanceGates(D, I, H, v, d, r, ica, eca, lncai, cai_mM, nernst, lncao, (firstStep + k + 1) * dt);
        for (int lane = 0; lane < width; lane++) {
            int above = v[I[H[15] + lane]] > D[H[16] + lane];
            fired[H[18] + k * width + lane] = above && D[H[17] + lane] == 0;
            D[H[17] + lane] = above;
        }
        int done = firstStep + k + 1;
        for (int p = 0; p < H[26]; p++) {
            __global const int *P = I + H[27] + 4 * p;
            if (done % P[0] == 0) {
                int frame = done / P[0] - firstStep / P[0] - 1;
                for (int i = 0; i < P[1]; i++) frames[P[3] + frame * P[1] + i] = D[I[P[2] + i]];
            }
        }
    }
    int unstable = 0;
    for (int i = 0; i < n; i++) unstable |= !(fabs(v[i]) < 1000);
    fired[H[18] + mostSteps * width] = unstable + 2 * overrun;
}
