package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.longhand.layer.Dense;
import dev.longhand.processor.layer.LayerKind;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LayerKindsTest {

    private static Set<String> annotationsOfTheApi() {
        return new ClassFileImporter()
                .importPackages(Dense.class.getPackageName()).stream()
                        .filter(JavaClass::isAnnotation)
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
    }

    @Test
    void everyAnnotationOfTheApiHasAKindAndEveryKindAnAnnotation() {
        assertThat(annotationsOfTheApi()).hasSizeGreaterThan(20);
        assertThat(LayerKinds.annotations()).isEqualTo(annotationsOfTheApi());
    }

    @Test
    void everyAnnotationHasOneKind() {
        assertThat(LayerKinds.ALL).extracting(LayerKind::annotation).doesNotHaveDuplicates();
    }
}
