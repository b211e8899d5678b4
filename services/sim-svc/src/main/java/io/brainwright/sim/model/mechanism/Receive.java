package io.brainwright.sim.model.mechanism;

import io.brainwright.sim.model.mechanism.Kinetics.Store;
import java.util.List;

/**
 * What an event does to a point process (NET_RECEIVE). Formulas may read the columns of the process, the voltage of its place before the
 * step, {@code t} (ms, the time of the event itself), {@code flag} (0 for an event from outside) and the arguments of the input.
 *
 * @param arguments names of what every input remembers of its own; the first is its weight
 * @param columns columns of the process that change
 * @param changed arguments that change, by name
 * @param initial arguments at time 0 other than 0 or what was given, by name
 * @param sends events to itself that the event may cause
 * @param firstSends events to itself that the process begins with
 * @param watches conditions that cause an event when they begin to hold, looked at before each step where they are armed
 */
public record Receive(
        List<String> arguments,
        List<Store> columns,
        List<Store> changed,
        List<Store> initial,
        List<Send> sends,
        List<Send> firstSends,
        List<Watch> watches) {
    /** A time that never comes: no event. */
    public static final double NEVER_ms = 1e30;

    /** Events to itself that a process may await at once. */
    public static final int SLOTS = 16;

    /**
     * An event to itself.
     *
     * @param due_ms when; {@link #NEVER_ms} where there is none
     * @param flag what it carries
     */
    public record Send(Expression due_ms, Expression flag) {}

    /**
     * A condition on the process and its voltage.
     *
     * @param holds 1 where it holds, else 0
     * @param flag of the event
     */
    public record Watch(Expression holds, Expression flag) {}

    /** Column of a watch: 0 not armed, 1 armed while the condition does not hold, 2 armed while it holds. */
    public static String watch(int number) {
        return "watch@" + number;
    }

    /** Column of the place of arguments that no input has, which an event of a watch brings. */
    public static final String NO_INPUT = "watch@input";

    /** The name by which formulas read an argument of the input. */
    public static String argument(String name) {
        return "@argument." + name;
    }

    /** Columns of the waiting events: when due, which flag, whose arguments. */
    public static String slot(String what, int number) {
        return "@%s%02d".formatted(what, number); // two digits, so that sorting keeps them in order
    }

    /** Whether it can send events to itself. */
    public boolean sendsToItself() {
        return !sends.isEmpty() || !firstSends.isEmpty();
    }
}
