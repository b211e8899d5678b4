package io.brainwright.library.model.xml;

/** An element or a piece of text. */
public sealed interface XmlNode permits XmlElement, XmlText {}
