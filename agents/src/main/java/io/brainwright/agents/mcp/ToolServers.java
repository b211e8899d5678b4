package io.brainwright.agents.mcp;

import io.brainwright.agents.chat.ForeignTools;
import io.brainwright.agents.models.ToolServer;
import java.util.ArrayList;
import java.util.List;

/** The tools of all servers that the scientist named; each server is called when a model first needs its tools. */
public final class ToolServers implements ForeignTools, AutoCloseable {
    private final List<ServerLink> links;

    public ToolServers(List<ToolServer> servers) {
        this.links = servers.stream().map(ServerLink::new).toList();
    }

    @Override
    public List<Foreign> all() {
        var all = new ArrayList<Foreign>();
        links.forEach(link -> all.addAll(link.tools()));
        return all;
    }

    /** What is wrong with servers that were called and did not answer, one sentence each. */
    public List<String> faults() {
        return links.stream().flatMap(link -> link.fault().stream()).toList();
    }

    @Override
    public void close() {
        links.forEach(ServerLink::close);
    }
}
