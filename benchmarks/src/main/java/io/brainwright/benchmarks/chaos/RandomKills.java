package io.brainwright.benchmarks.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** SIGKILL of any process at random moments, the asking one included; what died is started again at once. */
final class RandomKills extends Trial {
    private static final List<Member> VICTIMS = List.of(
            Member.ATLAS,
            Member.PLACEMENT,
            Member.SYNTHESIS,
            Member.TWIN,
            Member.CONNECTOME,
            Member.SIM,
            Member.RENDER,
            Member.GATEWAY,
            Member.KAFKA);

    private final int kills;
    private final Random random;
    private final Map<String, Integer> struck = new TreeMap<>();

    RandomKills(int kills, long seed) {
        this.kills = kills;
        this.random = new Random(seed);
    }

    @Override
    String name() {
        return kills + " kills";
    }

    @Override
    String run(Household household, Path workspaces) throws Exception {
        var client = Client.of(household, Member.GATEWAY, workspaces.resolve("kills"));
        var over = new AtomicBoolean();
        var killer = Thread.ofPlatform().start(() -> strike(household, client, over));
        int studies = 0;
        try {
            while (!over.get()) {
                var request = request(150);
                note(request, client.insist(request, over::get));
                studies++;
            }
        } finally {
            killer.interrupt(); // the trials that follow are not to be struck
            killer.join();
        }
        return "%s while %d studies were built; the client asked %d times".formatted(struck, studies, client.asked());
    }

    private void strike(Household household, Client client, AtomicBoolean over) {
        try {
            for (int i = 0; i < kills; i++) {
                Thread.sleep(500 + random.nextInt(5000));
                if (random.nextInt(10) == 0 && client.killCurrent()) {
                    struck.merge("client", 1, Integer::sum);
                    continue;
                }
                var victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
                household.kill(victim);
                struck.merge(victim.label(), 1, Integer::sum);
                household.begin(victim);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over.set(true);
        }
    }
}
