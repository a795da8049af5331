package io.unifiedcommerce.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.quickstart.platform.ChannelChoice;
import io.unifiedcommerce.quickstart.platform.ShopPlatform;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void runsOnceWithoutFaultsByDefault() {
        Options options = Options.parse(List.of(), true);
        assertThat(options.mode()).isEqualTo(Options.Mode.ONCE);
        assertThat(options.faults()).isFalse();
        assertThat(options.directory()).isEmpty();
        assertThat(options.terminal()).isTrue();
        assertThat(options.channels()).isEqualTo(ChannelChoice.standard());
    }

    @Test
    void takesEveryOption() {
        Options options = Options.parse(
                List.of("--serve", "--speed", "2.5", "--orders", "30", "--faults", "--dir", "/some/where"), false);
        assertThat(options)
                .isEqualTo(new Options(
                        Options.Mode.SERVE,
                        ChannelChoice.standard(),
                        2.5,
                        30,
                        true,
                        Optional.of(Path.of("/some/where")),
                        false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sped", "--speed", "--speed fast", "--speed 0", "--orders -1", "--speed NaN"})
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" ")), true))
                .isInstanceOf(Options.UsageException.class)
                .hasMessageContaining(line.split(" ")[0]);
    }

    @Test
    void takesTheChannelsThatAreNamed() {
        ChannelChoice choice = Options.parse(List.of("--channels", "square,unicenta-opos,shopify"), true)
                .channels();
        assertThat(choice.shops()).extracting(ShopPlatform::channel).containsExactly("square", "shopify");
        assertThat(choice.till()).isTrue();
    }

    @Test
    void takesAllChannels() {
        ChannelChoice choice = Options.parse(List.of("--channels", "all"), true).channels();
        assertThat(choice.shops()).hasSize(8);
        assertThat(choice.till()).isTrue();
    }

    @Test
    void anUnknownChannelIsToldWithThoseThatAreKnown() {
        assertThatThrownBy(() -> Options.parse(List.of("--channels", "shopify,etsy"), true))
                .isInstanceOf(Options.UsageException.class)
                .hasMessageContaining("--channels: 'etsy' is no channel")
                .hasMessageContaining("salesforce-commerce")
                .hasMessageContaining("unicenta-opos");
    }

    @Test
    void whatCannotBePlayedIsToldWithTheReason() {
        assertThatThrownBy(() -> Options.parse(List.of("--channels", "oracle-retail"), true))
                .isInstanceOf(Options.UsageException.class)
                .hasMessageContaining("read only");
    }
}
