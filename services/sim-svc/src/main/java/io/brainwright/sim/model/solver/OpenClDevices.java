package io.brainwright.sim.model.solver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** Finds OpenCL devices with double precision: GPUs first, then CPUs. */
final class OpenClDevices {
    private static final String REMEDY =
            "Install an OpenCL driver: the GPU vendor's, or pocl-opencl-icd and ocl-icd-libopencl1 for the CPU.";

    private OpenClDevices() {}

    /** A device that can be used. */
    record Found(cl_platform_id platform, cl_device_id id, String name, boolean gpu) {}

    /** What was found, and why nothing was (empty where something was). */
    record Search(List<Found> found, String reason) {}

    static Search search() {
        return SignalHandlers.kept(OpenClDevices::ask);
    }

    private static Search ask() {
        try {
            CL.setExceptionsEnabled(true);
            var found = new ArrayList<Found>();
            for (var platform : platforms()) {
                add(found, platform, CL.CL_DEVICE_TYPE_GPU, true);
            }
            for (var platform : platforms()) {
                add(found, platform, CL.CL_DEVICE_TYPE_CPU, false);
            }
            return new Search(found, found.isEmpty() ? "No OpenCL device with double precision. " + REMEDY : "");
        } catch (LinkageError | RuntimeException e) {
            return new Search(List.of(), "OpenCL cannot be used (%s). %s".formatted(e.getMessage(), REMEDY));
        }
    }

    private static cl_platform_id[] platforms() {
        var count = new int[1];
        CL.clGetPlatformIDs(0, null, count);
        var platforms = new cl_platform_id[count[0]];
        CL.clGetPlatformIDs(platforms.length, platforms, null);
        return platforms;
    }

    private static void add(List<Found> found, cl_platform_id platform, long type, boolean gpu) {
        var count = new int[1];
        CL.setExceptionsEnabled(false);
        int status = CL.clGetDeviceIDs(platform, type, 0, null, count);
        CL.setExceptionsEnabled(true);
        if (status != CL.CL_SUCCESS || count[0] == 0) {
            return; // a platform without devices of this type says so by an error
        }
        var devices = new cl_device_id[count[0]];
        CL.clGetDeviceIDs(platform, type, devices.length, devices, null);
        for (var device : devices) {
            if (text(device, CL.CL_DEVICE_EXTENSIONS).contains("cl_khr_fp64")) {
                var name = text(device, CL.CL_DEVICE_NAME) + " (" + text(device, CL.CL_DEVICE_VERSION) + ")";
                found.add(new Found(platform, device, name, gpu));
            }
        }
    }

    private static String text(cl_device_id device, int what) {
        var size = new long[1];
        CL.clGetDeviceInfo(device, what, 0, null, size);
        var bytes = new byte[(int) size[0]];
        CL.clGetDeviceInfo(device, what, bytes.length, Pointer.to(bytes), null);
        return new String(bytes, 0, Math.max(0, bytes.length - 1), StandardCharsets.UTF_8).strip();
    }
}
