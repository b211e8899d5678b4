package io.brainwright.library.model.xml;

/**
 * Characters between tags.
 *
 * @param characters as they stand, entities resolved
 */
public record XmlText(String characters) implements XmlNode {}
