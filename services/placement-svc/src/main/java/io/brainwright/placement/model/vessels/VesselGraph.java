package io.brainwright.placement.model.vessels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Vessels as points joined by straight segments, each a truncated cone. Several segments in a row are a section; sections meet at branch points.
 * Places are x, y, z in um.
 */
public final class VesselGraph {
    private final List<double[]> points;
    private final List<Segment> segments;

    /**
     * One straight piece.
     *
     * @param start index of the point where it begins
     * @param end index of the point where it ends
     * @param startDiameter_um at its start
     * @param endDiameter_um at its end
     * @param kind of vessel
     * @param section index of the section that it belongs to
     * @param place its place along the section, from 0
     */
    public record Segment(
            int start,
            int end,
            double startDiameter_um,
            double endDiameter_um,
            VesselKind kind,
            int section,
            int place) {
        double radius_um() {
            return Math.max(startDiameter_um, endDiameter_um) / 2;
        }
    }

    public VesselGraph(List<double[]> points, List<Segment> segments) {
        this.points = List.copyOf(points);
        this.segments = List.copyOf(segments);
    }

    public int points() {
        return points.size();
    }

    public double[] point(int i) {
        return points.get(i);
    }

    /** In the order of their sections, and along each. */
    public List<Segment> segments() {
        return segments;
    }

    public int sections() {
        return segments.isEmpty() ? 0 : segments.getLast().section() + 1;
    }

    public double length_um(Segment segment) {
        return Pieces.distance(points.get(segment.start()), points.get(segment.end()));
    }

    /** Lateral surface of the truncated cone. */
    public double area_um2(Segment segment) {
        double length = length_um(segment);
        double step = (segment.startDiameter_um() - segment.endDiameter_um()) / 2;
        return StrictMath.PI
                * (segment.startDiameter_um() + segment.endDiameter_um())
                / 2
                * Math.sqrt(length * length + step * step);
    }

    /** {@code π/12 l (d² + dD + D²)}. */
    public double volume_um3(Segment segment) {
        double d = segment.startDiameter_um();
        double e = segment.endDiameter_um();
        return StrictMath.PI / 12 * length_um(segment) * (d * d + d * e + e * e);
    }

    /** How many segments meet at each point. */
    public int[] degrees() {
        var degree = new int[points.size()];
        for (var segment : segments) {
            degree[segment.start()]++;
            degree[segment.end()]++;
        }
        return degree;
    }

    /** How many parts the graph falls into. */
    public int components() {
        var joined = new Joined(points.size());
        int parts = points.size();
        for (var segment : segments) {
            if (joined.join(segment.start(), segment.end())) {
                parts--;
            }
        }
        return parts;
    }

    /** The same graph seen from another frame. */
    VesselGraph moved(UnaryOperator<double[]> by) {
        var there = new ArrayList<double[]>(points.size());
        points.forEach(p -> there.add(by.apply(p)));
        return new VesselGraph(there, segments);
    }
}
