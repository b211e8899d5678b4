package io.brainwright.studio.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything that answers a browser; absent where the platform runs without a web server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ComponentScan({"io.brainwright.studio.web", "io.brainwright.studio.view"})
public class WebWiring {}
