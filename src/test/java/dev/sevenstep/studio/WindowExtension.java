package dev.sevenstep.studio;

import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;

/** TestFX's own extension with a {@link FrameRobot}: calls the method marked {@link Start} before each test, and hands the robot to tests. */
public final class WindowExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final FrameRobot robot = new FrameRobot();

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        Object test = context.getRequiredTestInstance();
        robot.interact(() -> AnnotationSupport
                .findAnnotatedMethods(test.getClass(), Start.class, HierarchyTraversalMode.TOP_DOWN)
                .forEach(method -> ReflectionSupport.invokeMethod(method, test, stage)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        robot.tidyUp();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FxRobot.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return robot;
    }
}
