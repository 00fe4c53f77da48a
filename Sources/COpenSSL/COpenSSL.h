// OpenSSL's own headers, its macros as functions, and a BIO over buffers.
#pragma once

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>

// What a session reads from and writes to while one call lasts.
struct tls_exchange {
  const unsigned char *in;
  size_t in_left;
  unsigned char *out;
  size_t out_count;
  size_t out_capacity;
};

static inline int tls_bio_read(BIO *bio, char *to, int size) {
  struct tls_exchange *exchange = (struct tls_exchange *)BIO_get_data(bio);
  BIO_clear_retry_flags(bio);
  if (exchange == NULL || exchange->in_left == 0) {
    BIO_set_retry_read(bio);
    return -1;
  }
  size_t count = exchange->in_left < (size_t)size ? exchange->in_left : (size_t)size;
  memcpy(to, exchange->in, count);
  exchange->in += count;
  exchange->in_left -= count;
  return (int)count;
}

static inline int tls_bio_write(BIO *bio, const char *from, int size) {
  struct tls_exchange *exchange = (struct tls_exchange *)BIO_get_data(bio);
  BIO_clear_retry_flags(bio);
  if (exchange == NULL) return -1;
  size_t needed = exchange->out_count + (size_t)size;
  if (needed > exchange->out_capacity) {
    size_t capacity = needed * 2;
    unsigned char *grown = (unsigned char *)realloc(exchange->out, capacity);
    if (grown == NULL) return -1;
    exchange->out = grown;
    exchange->out_capacity = capacity;
  }
  memcpy(exchange->out + exchange->out_count, from, (size_t)size);
  exchange->out_count = needed;
  return size;
}

static inline long tls_bio_control(BIO *bio, int command, long number, void *pointer) {
  (void)bio, (void)number, (void)pointer;
  return command == BIO_CTRL_FLUSH;
}

static inline int tls_bio_create(BIO *bio) {
  BIO_set_init(bio, 1);
  return 1;
}

static inline BIO_METHOD *tls_bio_method(void) {
  BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "buffers");
  BIO_meth_set_read(method, tls_bio_read);
  BIO_meth_set_write(method, tls_bio_write);
  BIO_meth_set_ctrl(method, tls_bio_control);
  BIO_meth_set_create(method, tls_bio_create);
  return method;
}

// RFC 7301: http/1.1, else http/1.0; a client that offers only others is refused.
static inline int tls_select_protocol(
    SSL *ssl, const unsigned char **out, unsigned char *out_size, const unsigned char *in,
    unsigned int in_size, void *context) {
  static const unsigned char ours[] = "\x08http/1.1\x08http/1.0";
  (void)ssl, (void)context;
  int found = SSL_select_next_proto(
      (unsigned char **)out, out_size, ours, sizeof ours - 1, in, in_size);
  return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

static inline int tls_set_versions(SSL_CTX *context) {
  return (int)(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) &&
               SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION));
}

static inline void tls_set_mode(SSL_CTX *context) {
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}

static inline void tls_set_options(SSL_CTX *context) {
  SSL_CTX_set_options(
      context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                   SSL_OP_PRIORITIZE_CHACHA);
  SSL_CTX_set_security_level(context, 2);
}

static inline int tls_set_groups(SSL_CTX *context, const char *groups) {
  return (int)SSL_CTX_set1_groups_list(context, groups);
}

static inline void tls_set_ticket_sealer(SSL_CTX *context, void *sealer) {
  SSL_CTX_set_app_data(context, sealer);
}

static inline void *tls_ticket_sealer(SSL *ssl) {
  return SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl));
}

// Readies what seals a ticket or opens it; the initialization vector of a new one is made.
static inline int tls_set_ticket_key(
    EVP_CIPHER_CTX *cipher, EVP_MAC_CTX *mac, const unsigned char *cipher_key,
    const unsigned char *mac_key, unsigned char *iv, int seals) {
  char digest[] = "SHA256";
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_KEY, (void *)mac_key, 32),
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
      OSSL_PARAM_construct_end(),
  };
  if (seals && RAND_bytes(iv, EVP_CIPHER_get_iv_length(EVP_aes_256_cbc())) != 1) return 0;
  return EVP_CipherInit_ex(cipher, EVP_aes_256_cbc(), NULL, cipher_key, iv, seals) == 1 &&
         EVP_MAC_CTX_set_params(mac, parameters) == 1;
}

static inline int tls_has_expired(SSL_CTX *context) {
  X509 *certificate = SSL_CTX_get0_certificate(context);
  return certificate != NULL && X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0;
}

static inline int tls_is_early(SSL_CTX *context) {
  X509 *certificate = SSL_CTX_get0_certificate(context);
  return certificate != NULL && X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0;
}

// OpenSSL has no words of its own for what the system has said.
static inline const char *tls_reason(unsigned long code) {
  return ERR_SYSTEM_ERROR(code) ? strerror(ERR_GET_REASON(code)) : ERR_reason_error_string(code);
}

// OpenSSL would else ask at the terminal, and wait.
static inline int tls_no_passphrase(char *passphrase, int size, int writes, void *context) {
  (void)passphrase, (void)size, (void)writes, (void)context;
  return 0;
}

static inline void tls_refuse_passphrases(SSL_CTX *context) {
  SSL_CTX_set_default_passwd_cb(context, tls_no_passphrase);
}
