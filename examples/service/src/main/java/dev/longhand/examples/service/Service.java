package dev.longhand.examples.service;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers {@code POST /predict}, the measures of an iris in JSON, with the probability of each species. */
@RestController
@SpringBootApplication
public class Service {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(Service.class, arguments);
    }

    /** The prediction for one iris. */
    @PostMapping("/predict")
    public IrisModel.Prediction predict(@RequestBody IrisModel.Row iris) {
        return IrisModel.pretrained().predict(iris);
    }

    /** What is wrong with a row: a measure is missing, or far from all that the network was trained on. */
    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    public Map<String, String> refuse(IllegalArgumentException refusal) {
        return Map.of("error", String.valueOf(refusal.getMessage()));
    }
}
