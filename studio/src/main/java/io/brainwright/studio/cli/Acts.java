package io.brainwright.studio.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a verb that makes, changes or decides something in a workspace: each of its calls stands in the workspace's audit log. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Acts {}
