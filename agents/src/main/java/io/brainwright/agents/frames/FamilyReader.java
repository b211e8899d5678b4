package io.brainwright.agents.frames;

/** Reads what a request says of one family of actions into its wish, and takes the quantities and names that belong there. */
interface FamilyReader {
    void read();
}
