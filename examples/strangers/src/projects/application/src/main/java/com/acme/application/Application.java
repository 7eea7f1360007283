package com.acme.application;

import com.acme.flowers.Flower;
import com.acme.flowers.FlowerMapper;
import com.acme.flowers.IrisModel;
import org.springframework.boot.Banner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** Names a flower. */
@SpringBootApplication
public class Application {

    /** Starts, names the flower and ends. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Application.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("logging.level.root=warn")
                .run(arguments);
    }

    @Bean
    IrisModel iris() {
        return IrisModel.pretrained();
    }

    @Bean
    CommandLineRunner name(IrisModel iris) {
        Flower flower = Flower.builder()
                .sepalLength(6.5)
                .sepalWidth(3.0)
                .petalLength(6.0)
                .petalWidth(2.3)
                .build();
        return arguments ->
                System.out.println(iris.predict(FlowerMapper.INSTANCE.row(flower)).category());
    }
}
