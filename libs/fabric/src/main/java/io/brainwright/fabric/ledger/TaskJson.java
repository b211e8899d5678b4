package io.brainwright.fabric.ledger;

/** Reads tasks. */
public final class TaskJson {
    private TaskJson() {}

    public static Task read(byte[] json) {
        return LedgerJson.read(json, Task.class);
    }
}
