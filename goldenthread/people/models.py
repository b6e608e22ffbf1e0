"""Authorities and the people who sign in."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import models


class Authority(models.Model):
    """A council, known by its three-digit DfE code. Nothing crosses between authorities."""

    code = models.CharField(max_length=3, unique=True)
    name = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name


class UserManager(DjangoUserManager["User"]):
    """Makes users, who are known by their email address."""


class User(AbstractUser):
    """Somebody, or something named, that acts: a person, or a system user such as a rule."""

    email = models.EmailField(unique=True)
    username = models.CharField(max_length=254, unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["username"]
    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.get_full_name() or self.email
