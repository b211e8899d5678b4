package io.brainwright.sim.model.solver;

import java.util.Arrays;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_program;

/** Steps blocks on an OpenCL device; state stays there, events go in and spikes and frames come out once per epoch. */
@SuppressWarnings("deprecation") // clCreateCommandQueue: the only one that OpenCL 1.2 devices know
final class OpenClSolver implements Solver {
    private final Layout layout;
    private final OpenClDevices.Found found;
    private final OpenClArena arena;
    private final int mostSteps;
    private final boolean coupled;
    private final cl_context context;
    private final cl_command_queue queue;
    private final cl_program program;
    private final cl_kernel kernel;
    private final cl_mem doubles;
    private final cl_mem ints;
    private final cl_mem drives;
    private final cl_mem fired;
    private final cl_mem frames;
    private final double[] driveValues;
    private final int[] firedValues;
    private final double[] frameValues;
    /** Whether a point process takes events; those of none are written once and stay. */
    private final boolean hasPoints;

    private final cl_mem[] noPoints;
    private final double kernel_s;

    OpenClSolver(Layout layout, OpenClDevices.Found found, int mostSteps) {
        this.layout = layout;
        this.found = found;
        this.mostSteps = mostSteps;
        coupled = Drives.coupled(layout.network);
        arena = new OpenClArena(layout.blocks, mostSteps);
        var properties = new cl_context_properties();
        properties.addProperty(CL.CL_CONTEXT_PLATFORM, found.platform());
        context = CL.clCreateContext(properties, 1, new cl_device_id[] {found.id()}, null, null, null);
        queue = CL.clCreateCommandQueue(context, found.id(), 0, null);
        long start = System.nanoTime();
        var source = OpenClSource.of(arena.kinds, layout.network.run().dt_ms());
        program = CL.clCreateProgramWithSource(context, 1, new String[] {source}, null, null);
        CL.clBuildProgram(program, 0, null, "-cl-std=CL1.2 -w", null, null);
        kernel = CL.clCreateKernel(program, "epoch", null);
        doubles = buffer(CL.CL_MEM_READ_WRITE, Pointer.to(arena.doubles), arena.doubles.length, Sizeof.cl_double);
        ints = buffer(CL.CL_MEM_READ_ONLY, Pointer.to(arena.ints), arena.ints.length, Sizeof.cl_int);
        driveValues = new double[Math.max(1, arena.drivesLength)];
        firedValues = new int[arena.firedLength];
        frameValues = new double[Math.max(1, arena.framesLength)];
        drives = buffer(CL.CL_MEM_READ_ONLY, Pointer.to(driveValues), driveValues.length, Sizeof.cl_double);
        fired = buffer(CL.CL_MEM_READ_WRITE, Pointer.to(firedValues), firedValues.length, Sizeof.cl_int);
        frames = buffer(CL.CL_MEM_READ_WRITE, Pointer.to(frameValues), frameValues.length, Sizeof.cl_double);
        hasPoints = arena.kinds.stream().anyMatch(table -> table.kinetics().receive() != null);
        noPoints = pointBuffers(PointEvents.none(layout));
        kernel_s = prepared_s(start);
    }

    /** Some drivers compile at the first call only: that is one without a block. */
    private double prepared_s(long start) {
        var events = eventBuffers(new Epoch[0]);
        try {
            launch(0, 0, 0, events, noPoints);
            CL.clFinish(queue);
        } finally {
            Arrays.asList(events).forEach(CL::clReleaseMemObject);
        }
        return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public Backend.Device device() {
        return device(found);
    }

    static Backend.Device device(OpenClDevices.Found found) {
        return new Backend.Device("opencl", found.name(), true, "");
    }

    @Override
    public double kernel_s() {
        return kernel_s;
    }

    @Override
    public long stateBytes() {
        return (long) Sizeof.cl_double * arena.doubles.length + (long) Sizeof.cl_int * arena.ints.length;
    }

    @Override
    public void run(int firstStep, int steps, Epoch[] epochs) {
        for (int b = 0; b < epochs.length; b++) {
            System.arraycopy(epochs[b].drives, 0, driveValues, arena.drivesAt[b], epochs[b].drives.length);
        }
        if (arena.drivesLength > 0) {
            write(drives, Pointer.to(driveValues), (long) Sizeof.cl_double * driveValues.length);
        }
        var events = eventBuffers(epochs);
        var points = hasPoints ? pointBuffers(PointEvents.of(layout, arena, epochs)) : noPoints;
        try {
            launch(epochs.length, firstStep, steps, events, points);
            collect(firstStep, steps, epochs);
        } finally {
            Arrays.asList(events).forEach(CL::clReleaseMemObject);
            if (hasPoints) {
                Arrays.asList(points).forEach(CL::clReleaseMemObject);
            }
        }
    }

    private void launch(int blocks, int firstStep, int steps, cl_mem[] events, cl_mem[] points) {
        cl_mem[] arguments = {doubles, ints, drives, events[0], events[1], events[2], fired, frames};
        for (int a = 0; a < arguments.length; a++) {
            CL.clSetKernelArg(kernel, a, Sizeof.cl_mem, Pointer.to(arguments[a]));
        }
        int[] numbers = {blocks, firstStep, steps, mostSteps};
        for (int a = 0; a < numbers.length; a++) {
            CL.clSetKernelArg(kernel, 8 + a, Sizeof.cl_int, Pointer.to(new int[] {numbers[a]}));
        }
        double dt_ms = layout.network.run().dt_ms();
        CL.clSetKernelArg(kernel, 12, Sizeof.cl_double, Pointer.to(new double[] {dt_ms}));
        for (int a = 0; a < points.length; a++) {
            CL.clSetKernelArg(kernel, 13 + a, Sizeof.cl_mem, Pointer.to(points[a]));
        }
        CL.clEnqueueNDRangeKernel(
                queue, kernel, 1, null, new long[] {Math.max(1, blocks)}, new long[] {1}, 0, null, null);
    }

    /** Events of the epoch, their amounts, and the first of each block. */
    private cl_mem[] eventBuffers(Epoch[] epochs) {
        var starts = new int[epochs.length + 1];
        for (int b = 0; b < epochs.length; b++) {
            starts[b + 1] = starts[b] + epochs[b].arrivals.size();
        }
        int count = starts[epochs.length];
        var events = new int[Math.max(3, 3 * count)];
        var amounts = new double[Math.max(1, count)];
        fillEvents(epochs, events, amounts);
        return new cl_mem[] {
            buffer(CL.CL_MEM_READ_ONLY, Pointer.to(events), events.length, Sizeof.cl_int),
            buffer(CL.CL_MEM_READ_ONLY, Pointer.to(amounts), amounts.length, Sizeof.cl_double),
            buffer(CL.CL_MEM_READ_ONLY, Pointer.to(starts), starts.length, Sizeof.cl_int)
        };
    }

    @Override
    public void fetch() {
        read(doubles, Pointer.to(arena.doubles), (long) Sizeof.cl_double * arena.doubles.length);
        arena.scatter();
    }

    private cl_mem[] pointBuffers(PointEvents points) {
        return new cl_mem[] {
            buffer(CL.CL_MEM_READ_ONLY, Pointer.to(points.events()), points.events().length, Sizeof.cl_int),
            buffer(CL.CL_MEM_READ_ONLY, Pointer.to(points.t_ms()), points.t_ms().length, Sizeof.cl_double),
            buffer(CL.CL_MEM_READ_ONLY, Pointer.to(points.starts()), points.starts().length, Sizeof.cl_int)
        };
    }

    private static void fillEvents(Epoch[] epochs, int[] events, double[] amounts) {
        int at = 0;
        for (var epoch : epochs) {
            for (var arrival : epoch.arrivals) {
                events[3 * at] = arrival.step();
                events[3 * at + 1] = arrival.kind().ordinal();
                events[3 * at + 2] = arrival.row();
                amounts[at++] = arrival.amount_uS();
            }
        }
    }

    private void collect(int firstStep, int steps, Epoch[] epochs) {
        read(fired, Pointer.to(firedValues), (long) Sizeof.cl_int * firedValues.length);
        if (anyFrames(firstStep, steps)) {
            read(frames, Pointer.to(frameValues), (long) Sizeof.cl_double * frameValues.length);
        }
        if (coupled) {
            read(doubles, Pointer.to(arena.doubles), (long) Sizeof.cl_double * arena.doubles.length);
        }
        for (int b = 0; b < epochs.length; b++) {
            var block = layout.blocks.get(b);
            int from = arena.firedAt[b];
            System.arraycopy(firedValues, from, epochs[b].fired, 0, steps * block.width);
            int fault = firedValues[from + mostSteps * block.width];
            epochs[b].unstable = (fault & 1) != 0;
            epochs[b].overrun = (fault & 2) != 0;
            for (int p = 0; p < epochs[b].frames.length; p++) {
                var to = epochs[b].frames[p];
                System.arraycopy(frameValues, arena.framesAt.get(b)[p], to, 0, to.length);
            }
            if (coupled) {
                System.arraycopy(arena.doubles, arena.place(block.v_mV), block.v_mV, 0, block.v_mV.length);
            }
        }
    }

    private boolean anyFrames(int firstStep, int steps) {
        return layout.blocks.stream()
                .flatMap(b -> b.probes.stream())
                .anyMatch(p -> Epoch.framesIn(firstStep, steps, p.everySteps()) > 0);
    }

    private cl_mem buffer(long flags, Pointer from, int length, int each) {
        return CL.clCreateBuffer(context, flags | CL.CL_MEM_COPY_HOST_PTR, (long) each * length, from, null);
    }

    private void write(cl_mem to, Pointer from, long bytes) {
        CL.clEnqueueWriteBuffer(queue, to, true, 0, bytes, from, 0, null, null);
    }

    private void read(cl_mem from, Pointer to, long bytes) {
        CL.clEnqueueReadBuffer(queue, from, true, 0, bytes, to, 0, null, null);
    }

    @Override
    public void close() {
        for (var memory : Arrays.asList(doubles, ints, drives, fired, frames)) {
            CL.clReleaseMemObject(memory);
        }
        Arrays.asList(noPoints).forEach(CL::clReleaseMemObject);
        CL.clReleaseKernel(kernel);
        CL.clReleaseProgram(program);
        CL.clReleaseCommandQueue(queue);
        CL.clReleaseContext(context);
    }
}
