package io.brainwright.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The rules of the house, each with a reason that a reader understands. One line per service calls {@link #check}. */
public final class HouseRules {
    private HouseRules() {}

    /**
     * Checks a service's two floors.
     *
     * @param root its package, e.g. {@code io.brainwright.placement}
     */
    public static void check(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        assert !classes.isEmpty() : "no classes under " + root;
        scienceIsPlainJava(root).check(classes);
        adaptersDependOnScienceOnly(root).check(classes);
        namesSayWhatThingsDo(classes);
    }

    static ArchRule scienceIsPlainJava(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".model..")
                .and()
                .doNotHaveSimpleName("package-info") // the sign on the door may say who may enter
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.kafka..",
                        "org.apache.arrow..",
                        "io.grpc..",
                        "com.google.protobuf..",
                        "io.brainwright.fabric..",
                        "io.brainwright.proto..")
                .because("a neuroscientist who reads Java must be able to check model/ against the paper it cites")
                .allowEmptyShould(true);
    }

    static ArchRule adaptersDependOnScienceOnly(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".service..")
                .because("arrows point inward: service -> model -> libs/neuro")
                .allowEmptyShould(true);
    }

    static void namesSayWhatThingsDo(JavaClasses classes) {
        ArchRuleDefinition.noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)$")
                .because("a name says what a thing does: VoxelDraw, BarSampler")
                .check(classes);
    }
}
