package io.brainwright.studio.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/**
 * Ctrl-C in a dialogue: what is being answered or run is cancelled and the dialogue goes on; a second Ctrl-C, or one with a warning
 * before it where nothing runs, ends the program.
 */
final class TurnSignal {
    private static final int STOPPED_BY_SIGNAL = 130;

    private final PrintStream talk;
    private @Nullable Thread working;
    private boolean warned;

    private TurnSignal(PrintStream talk) {
        this.talk = talk;
    }

    /** Takes Ctrl-C over from here on. */
    static TurnSignal install(PrintStream talk) {
        var signal = new TurnSignal(talk);
        Signal.handle(new Signal("INT"), _ -> signal.pressed());
        return signal;
    }

    /** Does a turn of the dialogue; Ctrl-C interrupts it. An interrupt that came too late for the turn does not reach the next. */
    void during(Runnable turn) {
        begin();
        try {
            turn.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        working = Thread.currentThread();
        warned = false;
    }

    private synchronized void end() {
        working = null;
        if (Thread.interrupted()) {
            talk.println("Cancelled; what is finished stays in the workspace.");
        }
        warned = false;
    }

    private synchronized void pressed() {
        var worker = working;
        if (warned) {
            Thread.ofPlatform().name("leave").start(() -> System.exit(STOPPED_BY_SIGNAL));
            return;
        }
        warned = true;
        talk.println(worker == null ? "\nCtrl-C again, or /quit, leaves." : "\nCancelling; Ctrl-C again leaves.");
        if (worker != null) {
            worker.interrupt();
        } else {
            talk.print("> ");
            talk.flush();
        }
    }
}
