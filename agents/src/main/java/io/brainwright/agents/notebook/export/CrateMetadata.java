package io.brainwright.agents.notebook.export;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.notebook.Made;
import io.brainwright.agents.notebook.RunLine;
import io.brainwright.agents.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of a crate: its files with their checksums, the plan as a workflow, each run of it as an action that took the
 * request and gave the datasets, the people and the program that did it.
 *
 * @see <a href="https://www.researchobject.org/ro-crate/specification/1.3/">RO-Crate 1.3</a>
 * @see <a href="https://www.researchobject.org/workflow-run-crate/profiles/workflow_run_crate/">Workflow Run Crate</a>
 */
final class CrateMetadata {
    private static final String CRATE = "https://w3id.org/ro/crate/1.3";
    private static final List<String> PROFILES = List.of(
            "https://w3id.org/ro/wfrun/process/0.6",
            "https://w3id.org/ro/wfrun/workflow/0.6",
            "https://w3id.org/workflowhub/workflow-ro-crate/1.1");
    private static final String PROGRAM = "#brainwright";
    private static final String LANGUAGE = "#brainwright-plan";
    private static final String PLAN = "plan.json";

    private final Plan plan;
    private final Findings findings;
    private final List<RunLine> runs;
    private final Entry entry;
    private final Map<String, Path> files;
    private final ObjectNode root = JsonMapper.shared().createObjectNode();
    private final ArrayNode graph;

    CrateMetadata(Entry entry, Map<String, Path> files) {
        this.entry = entry;
        this.plan = entry.plan();
        this.findings = entry.findings();
        this.runs = entry.runs();
        this.files = files;
        root.putArray("@context").add(CRATE + "/context").add("https://w3id.org/ro/terms/workflow-run/context");
        this.graph = root.putArray("@graph");
    }

    JsonNode tree() throws IOException {
        descriptor();
        crate();
        program();
        for (var file : files.entrySet()) {
            file(file.getKey(), file.getValue());
        }
        PROFILES.forEach(p ->
                entity(p, "CreativeWork").put("name", profile(p)).put("version", p.substring(p.lastIndexOf('/') + 1)));
        parameters();
        findings.datasets().forEach(this::dataset);
        people();
        for (int i = 0; i < runs.size(); i++) {
            run(i);
        }
        return root;
    }

    private void descriptor() {
        var descriptor = entity(CrateFiles.METADATA, "CreativeWork");
        refer(descriptor, "about", "./");
        refer(descriptor, "conformsTo", CRATE);
    }

    private void crate() {
        var crate = entity("./", "Dataset");
        crate.put("name", plan.hypothesis().text());
        crate.put("description", "A study made with Brainwright: " + plan.request());
        crate.put(
                "datePublished", runs.isEmpty() ? entry.date() : runs.getLast().time());
        crate.put("license", "No licence was stated. All rights stay with the author until one is.");
        crate.put("identifier", "urn:brainwright:plan:" + plan.hash());
        refer(crate, "mainEntity", PLAN);
        referAll(crate, "conformsTo", PROFILES);
        referAll(crate, "hasPart", List.copyOf(files.keySet()));
        referAll(crate, "mentions", runIds());
        referAll(crate, "author", agents());
    }

    private void program() {
        entity(PROGRAM, "SoftwareApplication").put("name", "Brainwright").put("softwareVersion", "0.1.0");
        entity(LANGUAGE, "ComputerLanguage").put("name", "Brainwright plan").put("version", plan.schema());
    }

    private void file(String name, Path file) throws IOException {
        var type = FileTypes.of(name);
        ObjectNode entity = name.equals(PLAN)
                ? entity(name, "File", "SoftwareSourceCode", "ComputationalWorkflow")
                : entity(name, "File");
        entity.put("name", type.title()).put("encodingFormat", type.media());
        entity.put("contentSize", Files.size(file)).put("sha256", Checksums.sha256(file));
        if (name.equals(PLAN)) {
            entity.put("version", String.valueOf(plan.version()));
            refer(entity, "programmingLanguage", LANGUAGE);
            referAll(
                    entity,
                    "input",
                    plan.assumptions().stream()
                            .map(a -> parameter(a.path()))
                            .distinct()
                            .toList());
        }
    }

    /** Every assumption is an input of the workflow, with the value that it had. */
    private void parameters() {
        var seen = new LinkedHashSet<String>();
        for (var a : plan.assumptions()) {
            if (!seen.add(a.path())) {
                continue;
            }
            var parameter = entity(parameter(a.path()), "FormalParameter");
            parameter.put("name", a.path()).put("additionalType", a.value().isNumber() ? "Float" : "Text");
            refer(parameter, "workExample", value(a.path()));
            var value = entity(value(a.path()), "PropertyValue");
            value.put("name", a.path());
            value.put(
                    "value",
                    a.value().isString() ? a.value().asString() : a.value().toString());
            value.put("unitText", a.unit()).put("description", a.source());
            refer(value, "exampleOfWork", parameter(a.path()));
        }
    }

    /** Datasets stay in the workspace: the crate names them by the hash of what made them and by the checksums of their rows. */
    private void dataset(Made d) {
        var entity = entity(urn(d.id()), "CreativeWork");
        entity.put("name", d.label()).put("identifier", d.id());
        entity.put(
                "description",
                "%d rows made by the %s stage, version %d, from the request %s"
                        .formatted(d.allRows(), d.stage(), d.version(), d.request()));
        referAll(
                entity, "isBasedOn", d.inputs().stream().map(CrateMetadata::urn).toList());
        var checksums = new ArrayList<String>();
        d.rowHash().keySet().stream().sorted().forEach(table -> {
            var id = "#rows-%s-%s".formatted(d.brief(), table);
            checksums.add(id);
            entity(id, "PropertyValue")
                    .put("propertyID", "https://w3id.org/ro/terms/brainwright#row-hash")
                    .put("name", "sum modulo 2^128 of the hashes of the rows of " + table)
                    .put("value", d.rowHash().get(table));
        });
        referAll(entity, "additionalProperty", checksums);
    }

    private void people() {
        runs.stream()
                .map(RunLine::who)
                .distinct()
                .forEach(who -> entity(agent(who), "Person").put("name", who));
    }

    private void run(int index) {
        var run = runs.get(index);
        var action = entity(runIds().get(index), "CreateAction");
        action.put("name", "Run %d of the plan".formatted(index + 1));
        var ended = Instant.parse(run.time());
        action.put(
                "startTime", ended.minusMillis(Math.round(run.seconds() * 1000)).toString());
        action.put("endTime", run.time());
        action.put("actionStatus", "http://schema.org/CompletedActionStatus");
        refer(action, "instrument", PLAN);
        refer(action, "agent", agent(run.who()));
        var objects = new ArrayList<>(List.of("request.md"));
        plan.assumptions().stream().map(a -> value(a.path())).distinct().forEach(objects::add);
        referAll(action, "object", objects);
        var results = new ArrayList<String>();
        run.datasets().stream()
                .distinct()
                .filter(id -> findings.datasets().stream().anyMatch(d -> d.id().equals(id)))
                .map(CrateMetadata::urn)
                .forEach(results::add);
        if (index == runs.size() - 1) {
            results.add("findings.json");
            results.add("notebook.md");
            results.addAll(findings.pictures());
        }
        referAll(action, "result", results);
        if (run.outcome() != null) {
            action.put("description", "Verdict on the hypothesis: " + run.outcome());
        }
    }

    private List<String> runIds() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < runs.size(); i++) {
            ids.add("#run-" + (i + 1));
        }
        return ids;
    }

    private List<String> agents() {
        return runs.stream().map(r -> agent(r.who())).distinct().toList();
    }

    private ObjectNode entity(String id, String... types) {
        var entity = graph.addObject().put("@id", iri(id));
        if (types.length == 1) {
            entity.put("@type", types[0]);
        } else {
            var all = entity.putArray("@type");
            List.of(types).forEach(all::add);
        }
        return entity;
    }

    private static void refer(ObjectNode entity, String property, String id) {
        entity.putObject(property).put("@id", iri(id));
    }

    private static void referAll(ObjectNode entity, String property, List<String> ids) {
        if (!ids.isEmpty()) {
            var all = entity.putArray(property);
            ids.forEach(id -> all.addObject().put("@id", iri(id)));
        }
    }

    private static String iri(String id) {
        return id.replace("%", "%25").replace(" ", "%20");
    }

    private static String parameter(String path) {
        return "#param-" + path;
    }

    private static String value(String path) {
        return "#value-" + path;
    }

    private static String urn(String id) {
        return "urn:brainwright:dataset:" + id;
    }

    private static String agent(String who) {
        return "#person-" + who.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private static String profile(String iri) {
        var words = new LinkedHashMap<String, String>();
        words.put("process", "Process Run Crate");
        words.put("wfrun/workflow", "Workflow Run Crate");
        words.put("workflow-ro-crate", "Workflow RO-Crate");
        return words.entrySet().stream()
                .filter(e -> iri.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(iri);
    }
}
