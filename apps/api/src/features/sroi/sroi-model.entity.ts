import type { DiscountConvention } from '@tandem/domain/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sroi_model')
export class SroiModelEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('double precision', { name: 'discount_rate' }) discountRate: number;
  @Column('text', { name: 'discount_convention' }) discountConvention: DiscountConvention;
  @Column('integer') version: number;
}
