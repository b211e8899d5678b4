"""Talks to `brainwright mcp` with the Model Context Protocol's own client, over standard input and output and over HTTP.

Usage: mcp_check.py WORKSPACE     Needs in its Python: mcp. Exit code 0 where the tools are offered and answer on both ways.
"""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

try:  # the name changed with version 2 of the client
    from mcp.client.streamable_http import streamable_http_client as http_ends
except ImportError:
    from mcp.client.streamable_http import streamablehttp_client as http_ends

LAUNCHER = os.environ.get("BRAINWRIGHT", str(Path(__file__).parents[1] / "brainwright"))
REQUEST = "Take 60 neurons from a 100 um wide column of rat S1HL and run 20 ms"
WRITES = re.compile("approve|run|export|write|save|delete|import|release|build")


def said(result) -> str:
    return " ".join(c.text for c in result.content if c.type == "text")


async def look(session: ClientSession) -> list[str]:
    """Faults of what the server offers and answers."""
    await session.initialize()
    names = [tool.name for tool in (await session.list_tools()).tools]
    faults = [f"{name} is offered" for name in names if WRITES.search(name)]
    faults += [f"{name} is missing" for name in ("list_regions", "search_library", "show_notebook", "plan.propose") if name not in names]
    plan = said(await session.call_tool("plan.propose", {"words": REQUEST}))
    if "placement.cells" not in plan or '"60"' not in plan and "60" not in plan:
        faults.append(f"no plan came: {plan[:300]}")
    regions = said(await session.call_tool("list_regions", {}))
    if "S1HL" not in regions:
        faults.append(f"no regions came: {regions[:300]}")
    wrong = await session.call_tool("describe_region", {"region": "S1XY"})
    if "S1XY" not in said(wrong):
        faults.append(f"an unknown region was not refused: {said(wrong)[:300]}")
    print(len(names), "tools:", ", ".join(names))
    return faults


async def over_stdio(workspace: str) -> list[str]:
    server = StdioServerParameters(command=LAUNCHER, args=["mcp", "--workspace", workspace], env=dict(os.environ))
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        return await look(session)


async def over_http(url: str) -> list[str]:
    async with http_ends(url) as ends, ClientSession(ends[0], ends[1]) as session:
        return await look(session)


def main() -> int:
    workspace = sys.argv[1]
    faults = asyncio.run(over_stdio(workspace))
    process = subprocess.Popen([LAUNCHER, "mcp", "--port", "0", "--workspace", workspace], stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline()
        url = re.search(r"http://\S+", line)
        faults += asyncio.run(over_http(url.group(0))) if url else [f"no address was told: {line}"]
    finally:
        process.terminate()
        process.wait(timeout=60)
    print("\n".join(faults) or "the same over both")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
