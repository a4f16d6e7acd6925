/** The part of dns-packet that the name server of the demo tenants uses. */
declare module 'dns-packet' {
  export interface Question {
    readonly type: string;
    readonly name: string;
    readonly class?: string;
  }
  export type Record =
    | { readonly type: 'TXT'; readonly name: string; readonly ttl: number; readonly data: readonly (string | Buffer)[] }
    | { readonly type: 'CNAME'; readonly name: string; readonly ttl: number; readonly data: string }
    | {
        readonly type: 'MX';
        readonly name: string;
        readonly ttl: number;
        readonly data: { readonly preference: number; readonly exchange: string };
      }
    | {
        readonly type: 'SOA';
        readonly name: string;
        readonly ttl: number;
        readonly data: {
          readonly mname: string;
          readonly rname: string;
          readonly serial: number;
          readonly refresh: number;
          readonly retry: number;
          readonly expire: number;
          readonly minimum: number;
        };
      }
    | { readonly type: 'OPT'; readonly name: string; readonly udpPayloadSize: number; readonly flags: number };
  export interface Packet {
    readonly id?: number;
    readonly type?: 'query' | 'response';
    readonly flags?: number;
    readonly rcode?: string;
    readonly questions?: readonly Question[];
    readonly answers?: readonly Record[];
    readonly authorities?: readonly Record[];
    readonly additionals?: readonly Record[];
  }
  export const AUTHORITATIVE_ANSWER: number;
  export const TRUNCATED_RESPONSE: number;
  export const RECURSION_DESIRED: number;
  export const RECURSION_AVAILABLE: number;
  export function encode(packet: Packet): Buffer;
  export function decode(bytes: Buffer): Packet;
  export function streamEncode(packet: Packet): Buffer;
  export function streamDecode(bytes: Buffer): Packet;
}
