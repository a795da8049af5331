package io.unifiedcommerce.quickstart.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);

    @Test
    void aTerminalIsPaintedOverFromTheFirstLineOfThePageBefore() {
        Screen screen = Screen.on(stream, true);
        screen.show(Frames.at(1, Phase.OPENING, "first"));
        assertThat(text()).doesNotContain("\033[11A");
        screen.show(Frames.at(2, Phase.OPENING));
        assertThat(text()).contains("\033[11A00:02").endsWith("\033[J");
    }

    @Test
    void linesComeEveryFiveSecondsAndWhenThePhaseChanges() {
        Screen screen = Screen.on(stream, false);
        screen.show(Frames.at(1, Phase.OPENING));
        screen.show(Frames.at(5, Phase.OPENING));
        assertThat(text().lines()).hasSize(1);
        screen.show(Frames.at(6, Phase.OPENING));
        assertThat(text().lines()).hasSize(2);
        screen.show(Frames.at(7, Phase.SELLING));
        assertThat(text().lines()).hasSize(3);
        assertThat(text()).doesNotContain("\033");
    }

    @Test
    void aNoteIsPrintedOnceWheneverItComes() {
        Screen screen = Screen.on(stream, false);
        screen.show(Frames.at(1, Phase.SELLING, "no answer"));
        screen.show(Frames.at(2, Phase.SELLING, "no answer"));
        screen.show(Frames.at(3, Phase.SELLING));
        screen.show(Frames.at(4, Phase.SELLING, "no answer"));
        assertThat(text().lines().filter("! no answer"::equals)).hasSize(2);
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
