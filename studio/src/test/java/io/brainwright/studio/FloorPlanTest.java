package io.brainwright.studio;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Keeps the services out of each other's insides, and draws who knows whom (target/spring-modulith-docs). */
class FloorPlanTest {
    @Test
    void servicesKnowEachOtherOnlyThroughContracts() {
        var libraries = resideInAnyPackage(
                "io.brainwright.neuro..",
                "io.brainwright.fabric..",
                "io.brainwright.sonata..",
                "io.brainwright.proto..",
                "io.brainwright.testkit..");
        var modules = ApplicationModules.of("io.brainwright", libraries);
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
