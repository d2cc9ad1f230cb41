package pilotempo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows of the design, held. */
class ArchitectureTest {
    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("pilotempo");

    @Test
    void features_are_free_of_cycles() {
        slices().matching("pilotempo.(*)..")
                .should()
                .beFreeOfCycles()
                .because("data flows one way")
                .check(CODE);
    }

    @Test
    void the_domain_and_tempo_import_nothing_of_ours() {
        imports("pilotempo.battery", "pilotempo.battery", "java..", "org.jspecify..");
        imports("pilotempo.tempo", "pilotempo.tempo", "java..", "org.jspecify..");
    }

    @Test
    void settings_import_no_feature() {
        noClasses()
                .that()
                .resideInAPackage("pilotempo.settings..")
                .should()
                .dependOnClassesThat(
                        oursExcept(
                                "pilotempo.settings..",
                                "pilotempo.battery..",
                                "pilotempo.lifecycle.."))
                .because("features import settings, never the reverse")
                .check(CODE);
    }

    @Test
    void the_window_knows_one_face_and_opens_nothing() {
        noClasses()
                .that()
                .resideInAPackage("pilotempo.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "pilotempo.marstek..",
                        "pilotempo.polling..",
                        "pilotempo.attach..",
                        "pilotempo.tempo.source..",
                        "pilotempo.app..",
                        "java.sql..",
                        "java.nio.channels..")
                .because("a window knows the engine and not what is behind it")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("pilotempo.ui..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.net..")
                                .and(
                                        DescribedPredicate.describe(
                                                "neither URL nor URI",
                                                (JavaClass type) ->
                                                        !type.getSimpleName().equals("URL")
                                                                && !type.getSimpleName()
                                                                        .equals("URI"))))
                .because("nothing under ui opens a socket")
                .check(CODE);
    }

    @Test
    void only_the_app_knows_the_window() {
        noClasses()
                .that()
                .resideOutsideOfPackages("pilotempo.ui..", "pilotempo.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pilotempo.ui..")
                .because("the core runs headless")
                .check(CODE);
    }

    @Test
    void javafx_stays_in_the_window() {
        noClasses()
                .that()
                .resideOutsideOfPackages("pilotempo.ui..", "pilotempo.app.window..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "eu.hansolo..", "org.controlsfx..", "atlantafx..")
                .because("collect loads no JavaFX class")
                .check(CODE);
    }

    @Test
    void time_is_a_parameter() {
        noClasses()
                .that()
                .resideOutsideOfPackages("pilotempo.lifecycle..", "pilotempo.app..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("tests don't sleep")
                .check(CODE);
    }

    @Test
    void standard_streams_belong_to_the_app() {
        noClasses()
                .that()
                .resideOutsideOfPackage("pilotempo.app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("output is the command's, the rest is logged")
                .check(CODE);
    }

    @Test
    void the_wire_stays_behind_its_face() {
        noClasses()
                .that()
                .resideOutsideOfPackages("pilotempo.marstek.simulator..", "pilotempo.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pilotempo.marstek.simulator..")
                .because("the simulator is for the demo and the tests")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("pilotempo.marstek.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pilotempo.marstek")
                .because("the simulator is written from the wire, not from the client")
                .check(CODE);
    }

    @Test
    void no_static_state_changes() {
        fields().that().areStatic().should(beFinal()).because("state has an owner").check(CODE);
    }

    @Test
    void every_package_is_null_marked() {
        var unmarked =
                Arrays.stream(
                                CODE.stream()
                                        .map(JavaClass::getPackageName)
                                        .distinct()
                                        .toArray(String[]::new))
                        .filter(name -> !isNullMarked(name))
                        .collect(Collectors.toSet());
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    private static boolean isNullMarked(String packageName) {
        try {
            return Class.forName(packageName + ".package-info")
                    .isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException none) {
            return false;
        }
    }

    private static void imports(String of, String... allowed) {
        classes()
                .that()
                .resideInAPackage(of)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .because("it is pure")
                .check(CODE);
    }

    private static DescribedPredicate<JavaClass> oursExcept(String... allowed) {
        return resideInAPackage("pilotempo..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)));
    }

    private static ArchCondition<JavaField> beFinal() {
        return new ArchCondition<>("be final") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                var modifiers = field.getModifiers();
                boolean synthetic = modifiers.contains(SYNTHETIC);
                if (modifiers.contains(STATIC) && !modifiers.contains(FINAL) && !synthetic) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    field, field.getFullName() + " is static and changes"));
                }
            }
        };
    }
}
