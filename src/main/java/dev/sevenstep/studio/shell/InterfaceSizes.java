package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.theme.InterfaceSize;
import java.util.function.UnaryOperator;

/** Makes everything in the window larger or smaller, from the next start on. */
final class InterfaceSizes {
    private final Settings settings;
    private final ToastHost toasts;

    InterfaceSizes(Settings settings, ToastHost toasts) {
        this.settings = settings;
        this.toasts = toasts;
    }

    Command[] commands() {
        return new Command[]{
                Command.of("view.interface-larger", "Larger interface", "ci-zoom-in", Menu.VIEW,
                        () -> change(InterfaceSize::larger)),
                Command.of("view.interface-smaller", "Smaller interface", "ci-zoom-out", Menu.VIEW,
                        () -> change(InterfaceSize::smaller)),
                Command.of("view.interface-system", "Interface size as the system", "ci-laptop", Menu.VIEW,
                        () -> change(_ -> InterfaceSize.SYSTEM))};
    }

    private void change(UnaryOperator<InterfaceSize> step) {
        InterfaceSize next = step.apply(settings.interfaceSizeProperty().get());
        settings.interfaceSizeProperty().set(next);
        toasts.show("Interface size " + next.words() + ", from the next start of Sevenstep.");
    }
}
