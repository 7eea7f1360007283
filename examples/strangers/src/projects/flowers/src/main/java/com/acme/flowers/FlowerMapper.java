package com.acme.flowers;

import org.mapstruct.Mapper;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/** Makes a row of the network, a record that Longhand writes, of a flower, whose getters Lombok writes. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface FlowerMapper {

    /** The mapper. */
    FlowerMapper INSTANCE = Mappers.getMapper(FlowerMapper.class);

    /** The row of a flower. */
    IrisModel.Row row(Flower flower);
}
