package pilotempo.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Fxml;
import pilotempo.ui.component.Place;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.WindowTest;

class LayoutsTest extends WindowTest {
    private Place went = new Place.Home();

    @ParameterizedTest
    @EnumSource(CardKind.class)
    void every_card_layout_loads_shows_a_name_and_leads_to_its_battery(CardKind kind) {
        var engine = StillEngine.of(1);
        var language = Language.of(new Formats(Locale.FRENCH, engine.zone()));
        var state =
                BatteryCardState.of(engine.fleet().batteries().getFirst(), engine.now(), language);
        onFx(
                () -> {
                    var controller = new BatteryCardController(language, place -> went = place);
                    var root = (Region) Fxml.load(kind.file(), controller, language.texts());
                    controller.render(state);
                    controller.draw(null, pilotempo.ui.component.Palette.of(true));
                    assertThat(root.lookup("#name")).asString().contains("Salon");
                    root.getOnMouseClicked().handle(null);
                });
        assertThat(went).isEqualTo(new Place.Battery("salon"));
    }
}
